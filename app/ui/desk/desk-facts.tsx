import type { ReactNode } from "react";

/** Words and what they stand for, side by side. */
export function DeskFacts({ facts }: { facts: readonly { word: string; value: ReactNode }[] }) {
  return (
    <dl className="desk-facts">
      {facts.map(({ word, value }) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
