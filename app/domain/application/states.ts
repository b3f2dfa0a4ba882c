import type { ApplicationState } from "#app/services/database/generated/enums.ts";
import { stateMachine } from "../state-machine.ts";

export const applicationStates = stateMachine<ApplicationState>("entering", {
  entering: ["sent"],
  sent: ["returned", "accepted"],
  returned: ["sent"],
  /** Its merchant left and has come back. */
  accepted: ["returned"],
});

/** Still the merchant's to change. */
export function isOpen(state: ApplicationState): boolean {
  return applicationStates.allows(state, "sent");
}
