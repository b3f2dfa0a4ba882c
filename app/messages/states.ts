import type { ReadinessVerdict } from "#app/domain/product/readiness.ts";
import type {
  HandOverState,
  ListingState,
  SeasonState,
  StoreKind,
  StoreState,
  SubmissionState,
} from "#app/services/database/generated/enums.ts";
import type { Sentence } from "./sentence.ts";

/** One word for each state and kind, as the desks say it. */
export const seasonStateWords: Record<SeasonState, Sentence> = {
  preparing: { ko: "준비 중", en: "Preparing" },
  intake: { ko: "접수 중", en: "Taking products in" },
  judging: { ko: "심사 중", en: "Judging" },
  frozen: { ko: "확정", en: "Settled" },
  published: { ko: "공개", en: "Published" },
  closed: { ko: "마침", en: "Closed" },
};

export const submissionStateWords: Record<SubmissionState, Sentence> = {
  submitted: { ko: "기다림", en: "Waiting" },
  selected: { ko: "선정", en: "Selected" },
  rejected: { ko: "선정 안 함", en: "Not selected" },
  withdrawn: { ko: "거둬들임", en: "Taken back" },
};

/** 백년가게 itself is a title that runs out: only a badge drawn from a valid designation says it. */
export const storeKindWords: Record<StoreKind, Sentence> = {
  hundred_year: { ko: "오래된 가게", en: "Old shop" },
  traditional_market: { ko: "전통시장", en: "Market stall" },
  cooperative: { ko: "협동조합", en: "Cooperative" },
  craft: { ko: "공방", en: "Workshop" },
};

export const storeStateWords: Record<StoreState, Sentence> = {
  draft: { ko: "승인 기다림", en: "Waits for approval" },
  submitted: { ko: "확인 기다림", en: "Waits for a check" },
  returned: { ko: "다시 적어 주세요", en: "Returned" },
  approved: { ko: "함께하는 중", en: "Takes part" },
  closed: { ko: "문 닫음", en: "Closed" },
};

export const listingStateWords: Record<ListingState, Sentence> = {
  not_ready: { ko: "채울 것 있음", en: "Not ready" },
  waiting: { ko: "보낼 차례", en: "To be sent" },
  sending: { ko: "보내는 중", en: "Sending" },
  unknown: { ko: "확인 중", en: "Being looked up" },
  in_review: { ko: "쇼핑몰 심사 중", en: "In the mall’s review" },
  live: { ko: "판매 중", en: "On sale" },
  refused: { ko: "거절됨", en: "Refused" },
  failed: { ko: "보내지 못함", en: "Failed" },
  withdrawing: { ko: "내리는 중", en: "Coming down" },
  withdrawn: { ko: "내림", en: "Taken down" },
};

export const verdictWords: Record<ReadinessVerdict, Sentence> = {
  ready: { ko: "올릴 준비가 됐어요", en: "Ready" },
  failing: { ko: "채울 것이 {count}가지 있어요", en: "{count} to fill in" },
  not_offered: { ko: "여기서는 안 팔아요", en: "Not offered here" },
};

export const handOverStateWords: Record<HandOverState, Sentence> = {
  received: { ko: "새로 도착", en: "Arrived" },
  reviewed: { ko: "검토함", en: "Reviewed" },
  published: { ko: "판매 중", en: "On sale" },
  returned: { ko: "돌려보냄", en: "Returned" },
  withdrawal_asked: { ko: "내려 달라고 함", en: "To be taken down" },
  withdrawn: { ko: "내림", en: "Taken down" },
};
