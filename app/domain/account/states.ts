import type { AccountState } from "#app/services/database/generated/enums.ts";
import { stateMachine } from "../state-machine.ts";

/** Inviting somebody again brings an ended account back. */
export const accountStates = stateMachine<AccountState>("active", { active: ["ended"], ended: ["active"] });
