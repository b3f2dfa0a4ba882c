import type { VisitState } from "#app/services/database/generated/enums.ts";
import { bookedStates } from "./states.ts";

/** Days after the visit for which each side still reads how to reach the other. */
export const contactDays = 30;

/** Whether name, telephone and e-mail of the other side may be read: from the agreement until thirty days after the visit. */
export function showsContact({ state, endsAt }: { state: VisitState; endsAt: Date }, now: Date): boolean {
  const agreed = bookedStates.some((one) => one === state);
  return agreed && now.getTime() <= endsAt.getTime() + contactDays * 24 * 60 * 60_000;
}
