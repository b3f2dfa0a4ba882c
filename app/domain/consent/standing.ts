import type { AskedConsents, ConsentKind } from "./kinds.ts";

/** An answer as it is stored. */
export interface Answer {
  kind: ConsentKind;
  version: string;
  agreed: boolean;
  answeredAt: Date;
  withdrawnAt: Date | null;
}

/** `outdated`: agreed to an earlier text, or refused it, and not asked about today's yet. */
export type ConsentState = "unasked" | "outdated" | "agreed" | "refused" | "withdrawn";

export interface Standing {
  kind: ConsentKind;
  state: ConsentState;
  /** What is asked today. */
  version: string;
  optional: boolean;
  /** The last answer's version and time; of a withdrawal its own time. */
  answered: { version: string; at: Date } | null;
}

/** Where one consent stands; the latest answer of its kind counts. */
export function standingOf(kind: ConsentKind, answers: readonly Answer[], asked: AskedConsents): Standing {
  const { version, optional } = asked[kind];
  const own = answers.filter((one) => one.kind === kind);
  const latest = own.reduce<Answer | null>(
    (last, one) => (last && last.answeredAt >= one.answeredAt ? last : one),
    null,
  );
  const answered = latest && { version: latest.version, at: latest.withdrawnAt ?? latest.answeredAt };
  return { kind, state: stateOf(latest, version), version, optional, answered };
}

function stateOf(latest: Answer | null, version: string): ConsentState {
  if (!latest) return "unasked";
  if (latest.withdrawnAt) return "withdrawn";
  if (latest.version !== version) return "outdated";
  return latest.agreed ? "agreed" : "refused";
}

/** What is to be asked next: a text without an answer, or a necessary one that was taken back. */
export function isToBeAsked({ state, optional }: Standing): boolean {
  return state === "unasked" || state === "outdated" || (state === "withdrawn" && !optional);
}
