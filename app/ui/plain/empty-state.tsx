import type { ReactNode } from "react";

/** An empty screen says what to do first; `children` is its one button. */
export function EmptyState({ title, body, children }: { title: string; body: string; children?: ReactNode }) {
  return (
    <section className="empty">
      <h2>{title}</h2>
      <p>{body}</p>
      {children}
    </section>
  );
}
