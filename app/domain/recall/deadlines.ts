import type { RecallReason } from "#app/services/database/generated/enums.ts";

export const recallReasons = ["food_safety", "product_fault", "wrong_information", "merchant_wish"] as const;

/** Hours until every mall should have confirmed. Ours, for lack of a rule in law: unsafe food is taken down without delay. */
export const recallHours: Record<RecallReason, number> = {
  food_safety: 2,
  product_fault: 24,
  wrong_information: 24,
  merchant_wish: 72,
};
