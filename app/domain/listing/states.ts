import type { ListingState, WantedState } from "#app/services/database/generated/enums.ts";
import { stateMachine } from "../state-machine.ts";

/** `sending` and `unknown` leave only by the mall's answer or by looking up our reference. */
export const listingStates = stateMachine<ListingState>("waiting", {
  not_ready: ["waiting", "withdrawing", "withdrawn"],
  waiting: ["sending", "not_ready", "failed", "withdrawing", "withdrawn"],
  sending: ["waiting", "unknown", "in_review", "live", "refused", "failed"],
  unknown: ["waiting", "in_review", "live", "refused", "failed"],
  in_review: ["live", "refused", "failed", "waiting", "withdrawing", "withdrawn"],
  // Gone from the mall, as it says: looked up once more before it is sent anew.
  live: ["waiting", "unknown", "refused", "withdrawing", "withdrawn"],
  refused: ["waiting", "unknown", "in_review", "live", "withdrawing", "withdrawn"],
  failed: ["waiting", "unknown", "withdrawing", "withdrawn"],
  withdrawing: ["withdrawn", "failed"],
  // Somebody has put it up again at the mall.
  withdrawn: ["waiting", "withdrawing"],
});

/** Nothing more happens by itself: a person or the mall has had the last word. */
export const settledStates: readonly ListingState[] = ["live", "refused", "failed", "not_ready", "withdrawn"];

/** Whether a page that shows it is to ask again. */
export function goesOn(state: ListingState): boolean {
  return !settledStates.includes(state);
}

/** As it is told to people: what is to be gone is on its way down also before a worker has taken it in hand. */
export function toldState({ state, wanted }: { state: ListingState; wanted: WantedState }): ListingState {
  return wanted === "live" || state === "withdrawn" || state === "failed" ? state : "withdrawing";
}
