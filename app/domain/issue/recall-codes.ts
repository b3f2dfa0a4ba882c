/** Refusals around a product that was recalled. */
export const recallCodes = ["recall.already_stands", "recall.not_confirmed", "product.recalled"] as const;
