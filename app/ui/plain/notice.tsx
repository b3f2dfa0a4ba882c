import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { type Tone, toneIcons } from "./status.tsx";

/** A message about the whole page. A refusal is read out at once, anything else when the reader pauses. */
export function Notice({ tone, title, children }: { tone: Tone; title: string; children?: ReactNode }) {
  return (
    <section className={`notice tone-${tone}`} role={tone === "refused" ? "alert" : "status"}>
      <Icon name={toneIcons[tone]} />
      <strong className="notice-title">{title}</strong>
      {children && <div className="notice-body">{children}</div>}
    </section>
  );
}
