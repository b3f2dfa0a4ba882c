import type { ReactNode } from "react";

interface DeskConfirmProps {
  /** On the button that asks. */
  word: string;
  danger?: boolean;
  /** What will happen, and the form that does it. */
  children: ReactNode;
}

/** A button that first says what it will do; opens without script too. */
export function DeskConfirm({ word, danger = false, children }: DeskConfirmProps) {
  return (
    <details className="desk-confirm">
      <summary className={danger ? "tone-refused" : undefined}>{word}</summary>
      <div className="desk-confirm-inside">{children}</div>
    </details>
  );
}
