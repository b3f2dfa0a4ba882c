import type { DriftKind, ListingState } from "#app/services/database/generated/enums.ts";

/** What is done by itself where a mall shows something else than it was sent. */
export const driftRules = ["ask", "send_ours", "accept_deletion"] as const;

/** Whether a difference waits for a decision: of a listing that stands, and of one refused as far as the mall sells on what it had before. */
export function isUndecided(kind: DriftKind, state: ListingState): boolean {
  return state === "live" || (state === "refused" && kind === "options_stopped");
}
