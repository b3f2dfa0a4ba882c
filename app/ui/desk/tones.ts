import type { Grade } from "#app/domain/product/assess-product.ts";
import type { ReadinessVerdict } from "#app/domain/product/readiness.ts";
import type {
  HandOverState,
  ListingState,
  StoreState,
  SubmissionState,
} from "#app/services/database/generated/enums.ts";
import type { Tone } from "../plain/status.tsx";

/** How each state looks at the desks, where whatever did not work needs somebody. */
export const listingTones: Record<ListingState, Tone> = {
  not_ready: "refused",
  waiting: "waiting",
  sending: "waiting",
  unknown: "waiting",
  in_review: "waiting",
  live: "live",
  refused: "refused",
  failed: "refused",
  withdrawing: "waiting",
  withdrawn: "quiet",
};

/** Not offered is neither good nor bad. */
export const verdictTones: Record<ReadinessVerdict, Tone> = { ready: "live", failing: "refused", not_offered: "quiet" };

export const submissionTones: Record<SubmissionState, Tone> = {
  submitted: "waiting",
  selected: "live",
  rejected: "quiet",
  withdrawn: "quiet",
};

export const storeTones: Record<StoreState, Tone> = {
  draft: "waiting",
  submitted: "waiting",
  returned: "refused",
  approved: "live",
  closed: "quiet",
};

export const handOverTones: Record<HandOverState, Tone> = {
  received: "waiting",
  reviewed: "waiting",
  published: "live",
  returned: "refused",
  withdrawal_asked: "waiting",
  withdrawn: "quiet",
};

export const gradeTones: Record<Grade, Tone> = { good: "live", fair: "information", poor: "waiting" };
