import type { PromotionState } from "#app/services/database/generated/enums.ts";
import { stateMachine } from "../state-machine.ts";

export const promotionStates = stateMachine<PromotionState>("to_correct", {
  to_correct: ["waiting", "withdrawn"],
  waiting: ["to_correct", "accepted", "withdrawn"],
  accepted: ["changed", "gone", "to_correct", "withdrawn"],
  changed: ["accepted", "waiting", "to_correct", "gone", "withdrawn"],
  gone: ["accepted", "waiting", "to_correct", "withdrawn"],
  withdrawn: ["to_correct", "waiting"],
});
