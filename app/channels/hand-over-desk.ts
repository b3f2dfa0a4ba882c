import type { Issue } from "#app/domain/issue/issue.ts";

export interface DeskDelivery {
  /** Our reference; a second delivery under it replaces the first. */
  reference: string;
  /** Stands in the package, and differs with what is in it. */
  mark: string;
  fileName: string;
  bytes: Buffer;
}

/** What the operator has done with a package. */
export const handOverStates = [
  "received",
  "reviewed",
  "published",
  "returned",
  "withdrawal_asked",
  "withdrawn",
] as const;
export type HandOverState = (typeof handOverStates)[number];

export interface HandOver {
  state: HandOverState;
  /** Why it was returned, in the operator's words. */
  reasons: string[];
  pageUrl: string | null;
  /** The operator's own number, when there is one. */
  remoteId: string | null;
}

export type DeskTrouble = { outcome: "unsure"; reason: Issue; retryAfterSeconds: number };

/** `refused`: the desk does not take such a package; `not_sent`: nothing arrived; `unknown`: it may have. */
export type DeliverAnswer =
  | { outcome: "received" }
  | { outcome: "refused"; reasons: string[] }
  | { outcome: "not_sent"; reason: Issue; retryAfterSeconds: number }
  | { outcome: "unknown"; reason: Issue };

export type ReadAnswer = { outcome: "found"; handOver: HandOver } | { outcome: "absent" } | DeskTrouble;

/** `asked` says only that the wish arrived; `read` tells when it was fulfilled. */
export type AskWithdrawalAnswer = { outcome: "asked" } | { outcome: "absent" } | DeskTrouble;

/** Where packages are handed over and the operator's word is heard. Every method may be called again. */
export interface HandOverDesk {
  deliver(delivery: DeskDelivery): Promise<DeliverAnswer>;
  read(reference: string): Promise<ReadAnswer>;
  askWithdrawal(reference: string): Promise<AskWithdrawalAnswer>;
}
