/**
 * How far a product has come in the current season. `draft`: not sent yet. `selected`: has its place and is on its way to the
 * malls. `live`: on sale in at least one.
 */
export const productStages = ["draft", "submitted", "rejected", "withdrawn", "selected", "live"] as const;
export type ProductStage = (typeof productStages)[number];
