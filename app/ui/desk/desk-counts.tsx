import { Link } from "@remix-run/react";
import { formatCount } from "#app/messages/format.ts";
import type { Tone } from "../plain/status.tsx";

export interface Count {
  word: string;
  count: number;
  /** Where the counted things are. */
  to?: string;
  /** Worn only when there is something to count. */
  tone?: Tone;
}

/** A few numbers in a row, each with its word. */
export function DeskCounts({ counts }: { counts: readonly Count[] }) {
  return (
    <ul className="desk-counts">
      {counts.map(({ word, count, to, tone }) => {
        const inside = (
          <>
            <strong className={tone && count > 0 ? `tone-${tone}` : undefined}>{formatCount(count)}</strong>
            <span>{word}</span>
          </>
        );
        return (
          <li key={word}>
            {to && count > 0 ? (
              <Link to={to} className="desk-count">
                {inside}
              </Link>
            ) : (
              <div className="desk-count">{inside}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
