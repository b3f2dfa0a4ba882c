import type { StoreState } from "#app/services/database/generated/enums.ts";
import { stateMachine } from "../state-machine.ts";

/** Only an approved store may enter products and is shown to the public. */
export const storeStates = stateMachine<StoreState>("draft", {
  draft: ["submitted", "approved", "closed"],
  submitted: ["approved", "returned", "closed"],
  returned: ["submitted", "closed"],
  approved: ["closed"],
  closed: [],
});
