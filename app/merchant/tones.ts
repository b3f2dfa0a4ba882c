import type { Grade } from "#app/domain/product/assess-product.ts";
import type { ReadinessVerdict } from "#app/domain/product/readiness.ts";
import type { ProductStage } from "#app/domain/product/stages.ts";
import type { ListingState } from "#app/services/database/generated/enums.ts";
import type { Tone } from "#app/ui/plain/status.tsx";

export const stageTones: Record<ProductStage, Tone> = {
  preparing: "quiet",
  judging: "waiting",
  on_the_way: "information",
  live: "live",
  returned: "refused",
};

/** Not offered is neither good nor bad. */
export const verdictTones: Record<ReadinessVerdict, Tone> = { ready: "live", failing: "waiting", not_offered: "quiet" };

export const listingTones: Record<ListingState, Tone> = {
  not_ready: "refused",
  waiting: "waiting",
  sending: "waiting",
  unknown: "waiting",
  in_review: "waiting",
  live: "live",
  refused: "refused",
  failed: "information",
  withdrawing: "waiting",
  withdrawn: "quiet",
};

export const gradeTones: Record<Grade, Tone> = { good: "live", fair: "information", poor: "waiting" };
