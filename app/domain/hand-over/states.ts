import type { HandOverState } from "#app/services/database/generated/enums.ts";
import { stateMachine } from "../state-machine.ts";

/** A new delivery takes the place of whatever stood there: a corrected product, or one that is wanted again. */
export const handOverStates = stateMachine<HandOverState>("received", {
  received: ["received", "reviewed", "published", "returned", "withdrawal_asked"],
  reviewed: ["received", "published", "returned", "withdrawal_asked"],
  published: ["received", "withdrawal_asked"],
  // The operator has nothing of it on sale, so there is nobody to ask.
  returned: ["received", "withdrawn"],
  withdrawal_asked: ["received", "withdrawn"],
  withdrawn: ["received"],
});

/** The operator has the package, or what came of it. */
export const statesWithOperator: readonly HandOverState[] = ["received", "reviewed", "published"];
