import type { ListingState, SubmissionState } from "#app/services/database/generated/enums.ts";

/**
 * The five plain states of a product, as its merchant sees it in the current season. `preparing`: not sent yet. `judging`: sent.
 * `on_the_way`: chosen, and going to the malls. `live`: on sale in at least one. `returned`: it came back, and what happens next is the
 * merchant's to decide.
 */
export const productStages = ["preparing", "judging", "on_the_way", "live", "returned"] as const;
export type ProductStage = (typeof productStages)[number];

export interface StageFacts {
  /** Of the current season; null while it has not been sent to it. */
  submission: SubmissionState | null;
  /** At the malls, from whichever season. */
  listings: readonly ListingState[];
}

/** The mall, or the office where something failed, has the next word. */
const underWay: readonly ListingState[] = ["waiting", "sending", "unknown", "in_review", "failed"];

/** What is on sale is live also while nothing was sent to this season. */
export function stageOf({ submission, listings }: StageFacts): ProductStage {
  if (listings.includes("live")) return "live";
  switch (submission) {
    case "submitted":
      return "judging";
    case "rejected":
    case "withdrawn":
      return "returned";
    case "selected":
      return listings.length === 0 || listings.some((state) => underWay.includes(state)) ? "on_the_way" : "returned";
    case null:
      return listings.some((state) => underWay.includes(state)) ? "on_the_way" : "preparing";
  }
}
