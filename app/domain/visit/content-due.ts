import type { PromotionState, VisitState } from "#app/services/database/generated/enums.ts";
import { daysLater, seoulDay } from "./seoul-time.ts";

/** Days after the last day for the content at which its creator is reminded; the first is before it. */
const reminders = [-2, 1, 7, 14];

/** What a creator still owes of a visit. */
export interface OwedContent {
  /** The last day in Seoul: `2026-12-19`. */
  dueOn: string;
  /** Days after that; 0 or less: not late. */
  daysLate: number;
}

interface Visit {
  state: VisitState;
  startsAt: Date;
  /** Days after the visit. */
  contentDays: number;
  promotion: { state: PromotionState } | null;
}

/** Null: nothing is owed, for there was no visit, or what was handed in passed our check. */
export function owedContent({ state, startsAt, contentDays, promotion }: Visit, now: Date): OwedContent | null {
  if (state !== "visited" || (promotion && promotion.state !== "to_correct")) return null;
  const dueOn = seoulDay(daysLater(startsAt, contentDays));
  const daysLate = Math.round((Date.parse(seoulDay(now)) - Date.parse(dueOn)) / (24 * 60 * 60_000));
  return { dueOn, daysLate };
}

/** How often its creator should have been reminded by now. */
export function remindersDue({ daysLate }: OwedContent): number {
  return reminders.filter((day) => daysLate >= day).length;
}
