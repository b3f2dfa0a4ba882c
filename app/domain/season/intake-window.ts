import { refused } from "../outcome.ts";
import type { Rules } from "./rules.ts";

/** Why nothing is taken in at `now`; null: it is. */
export function outsideIntake({ intakeFrom, intakeUntil }: Rules["dates"], now: Date) {
  if (intakeFrom !== null && now.getTime() < Date.parse(intakeFrom)) {
    return refused("season.intake_not_begun", {}, { params: { date: intakeFrom } });
  }
  if (intakeUntil !== null && now.getTime() > Date.parse(intakeUntil)) {
    return refused("season.intake_over", {}, { params: { date: intakeUntil } });
  }
  return null;
}
