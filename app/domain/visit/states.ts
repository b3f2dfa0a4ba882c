import type { VisitState } from "#app/services/database/generated/enums.ts";
import { stateMachine } from "../state-machine.ts";

export const visitStates = stateMachine<VisitState>("proposed", {
  proposed: ["agreed", "offered", "waiting", "declined", "withdrawn", "lapsed"],
  offered: ["agreed", "waiting", "declined", "withdrawn", "lapsed"],
  waiting: ["proposed", "agreed", "declined", "withdrawn", "lapsed"],
  agreed: ["visited", "no_show", "cancelled"],
  visited: ["disputed"],
  no_show: ["disputed"],
  disputed: ["visited", "no_show"],
  declined: [],
  withdrawn: [],
  cancelled: [],
  lapsed: [],
});

/** Nothing is agreed yet, and something may be. */
export const openStates = ["proposed", "offered", "waiting"] as const satisfies VisitState[];
/** A slot that one of these has is booked; the same words stand in the database's constraints. */
export const bookedStates = ["agreed", "visited", "no_show", "disputed"] as const satisfies VisitState[];

export function isOpen(state: VisitState): boolean {
  return openStates.some((one) => one === state);
}
