import type { RecallReason } from "#app/services/database/generated/enums.ts";
import type { Sentence } from "./sentence.ts";

export const officeProductMessages = {
  atMalls: { ko: "쇼핑몰마다", en: "At the malls" },
  noListingsTitle: { ko: "아직 쇼핑몰에 보내지 않았어요", en: "Not sent to any mall yet" },
  noListingsBody: {
    ko: "심사에서 선정하면 쇼핑몰마다 하나씩 나타나요.",
    en: "Once it is selected it appears here, once for every mall.",
  },
  toListings: { ko: "올린 상품", en: "Listings" },
  exchanges: { ko: "주고받은 것 {count}건", en: "Exchanges: {count}" },
  noExchanges: { ko: "아직 주고받은 것이 없어요.", en: "Nothing was exchanged yet." },
  noAnswer: { ko: "답 없음", en: "no answer" },
  requestId: { ko: "쇼핑몰 요청번호 {id}", en: "The mall’s request {id}" },
  asked: { ko: "보낸 것", en: "Sent" },
  answered: { ko: "들은 것", en: "Answered" },
  milliseconds: { ko: "{milliseconds}ms", en: "{milliseconds} ms" },
  seeSubmission: { ko: "심사 화면", en: "The submission" },

  recall: { ko: "모든 쇼핑몰에서 회수하기", en: "Recall from every mall" },
  recallSure: {
    ko: "이 상품을 모든 쇼핑몰에서 내리고, 쇼핑몰마다 내렸다고 답할 때까지 계속 물어봐요. 식품 안전 때문이면 다른 어떤 일보다 먼저 내려요. 회수를 풀기 전에는 다시 팔 수 없어요.",
    en: "Takes this product down at every mall and keeps asking until each confirms; for food safety before all else. It cannot be sold until the recall is lifted.",
  },
  recallReason: { ko: "까닭", en: "Reason" },
  recallNote: { ko: "적어 둘 것", en: "Note" },
  recallNow: { ko: "회수하기", en: "Recall" },
  recalled: { ko: "회수를 시작했어요", en: "The recall has begun" },
  recallTitle: { ko: "회수", en: "Recall" },
  recallRunning: { ko: "회수하는 중", en: "Being recalled" },
  recallLate: { ko: "회수 기한이 지났어요", en: "The recall is overdue" },
  recallLateBody: {
    ko: "아직 답하지 않은 쇼핑몰에 직접 연락해 주세요. 우리는 1분마다 계속 물어보고 있어요.",
    en: "Please contact the malls that have not confirmed. We keep asking every minute.",
  },
  recallDone: { ko: "모든 쇼핑몰에서 내려갔어요", en: "Gone from every mall" },
  recallLifted: { ko: "회수를 풀었어요", en: "The recall is lifted" },
  askedAt: { ko: "시작", en: "Begun" },
  deadlineAt: { ko: "기한", en: "Deadline" },
  confirmedAt: { ko: "모두 답한 때", en: "All confirmed" },
  confirmedBy: { ko: "답한 쇼핑몰", en: "Malls that confirmed" },
  liftRecall: { ko: "회수 풀기", en: "Lift the recall" },
  liftSure: {
    ko: "이 상품을 다시 팔 수 있게 돼요. 쇼핑몰에는 저절로 올라가지 않으니, 뽑힌 상품이면 팔 쇼핑몰마다 ‘다시 올리기’를 눌러 주세요.",
    en: "The product may be sold again. It does not go back to the malls by itself: where it is a chosen one, press “Put up again” for each mall.",
  },
  openRecalls: { ko: "회수하는 상품", en: "Recalls" },
  openRecallLate: { ko: "기한이 지났어요", en: "overdue" },
  openRecall: {
    ko: "{malls}곳 가운데 {confirmed}곳이 답했어요 · 기한 {deadline}",
    en: "{confirmed} of {malls} malls confirmed · deadline {deadline}",
  },

  resting: { ko: "쉬는 중", en: "Resting" },
  restingBody: {
    ko: "{until}에 다시 물어봐요",
    en: "we ask again at {until}",
  },
} satisfies Record<string, Sentence>;

export const recallReasonWords: Record<RecallReason, Sentence> = {
  food_safety: { ko: "식품 안전", en: "Food safety" },
  product_fault: { ko: "상품 하자", en: "A fault of the product" },
  wrong_information: { ko: "잘못된 표시", en: "Wrong information" },
  merchant_wish: { ko: "상인 요청", en: "The merchant's wish" },
};
