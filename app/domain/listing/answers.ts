import type { Issue } from "../issue/issue.ts";

/** What a mall says about one listing. */
export type HeardState = "registering" | "in_review" | "live" | "refused" | "withdrawn";

export interface Heard {
  state: HeardState;
  remoteId: string | null;
  /** Address of the public product page, when the mall gives one. */
  pageUrl: string | null;
  /** Why it was refused. */
  issues: Issue[];
  /** What it costs (without what options cost besides) and how many there are; null where the mall does not tell. */
  goods?: { price: number | null; stock: number | null };
  /** Keys of options whose sale is stopped while the product stands; absent where the mall does not tell. */
  stoppedOptions?: string[];
}

/** `not_sent`: nothing reached the mall, safe to repeat. `unknown`: it may have: look up before doing anything else. */
export type PublishAnswer =
  | { outcome: "accepted"; heard: Heard }
  | { outcome: "refused"; issues: Issue[] }
  | { outcome: "not_sent"; reason: Issue; retryAfterSeconds: number }
  | { outcome: "unknown"; reason: Issue };

/** `absent` is the mall's own complete answer; `unsure` means ask again later, never "absent". */
export type LookUpAnswer =
  | { outcome: "found"; heard: Heard }
  | { outcome: "absent" }
  | { outcome: "unsure"; reason: Issue; retryAfterSeconds: number };

export type Unsure = Extract<LookUpAnswer, { outcome: "unsure" }>;

/** A product of the account as the mall's own list shows it, whoever made it. */
export interface AccountProduct {
  remoteId: string;
  /** The seller's own code; "" where it has none, null where the list tells none. */
  code: string | null;
  name: string;
  state: HeardState;
  /** Won; null where it is not told. */
  price: number | null;
  pageUrl: string | null;
  /** Null where it is not told. */
  createdAt: Date | null;
}

/** `next` is what the page after this one is asked for with; null: there is none. */
export type AccountPage = { outcome: "page"; products: AccountProduct[]; next: string | null };

export type WithdrawAnswer =
  | { outcome: "withdrawn" }
  | { outcome: "refused"; issues: Issue[] }
  | { outcome: "unsure"; reason: Issue; retryAfterSeconds: number };

/** Of a price or stock changed by a call of its own. `whole`: the mall changes it only with everything else. `unsure`: ask again. */
export type UpdateAnswer =
  | { outcome: "accepted" }
  | { outcome: "refused"; issues: Issue[] }
  | { outcome: "whole" }
  | Unsure;
