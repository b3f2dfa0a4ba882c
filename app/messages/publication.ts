import type { StuckState } from "#app/domain/listing/find-publication.ts";
import type { Sentence } from "./sentence.ts";

export const publicationMessages = {
  title: { ko: "쇼핑몰에 올리기", en: "Publication" },
  lead: {
    ko: "{season}에서 뽑힌 상품 {products}개가 쇼핑몰마다 어디까지 갔는지 보여요. 이 화면은 저절로 새로워져요.",
    en: "How far the {products} selected products of {season} have come at the malls. This page keeps itself up to date.",
  },
  noSeasonTitle: { ko: "아직 시즌이 없어요", en: "There is no season yet" },
  noSeasonBody: {
    ko: "시즌을 만들고 상품을 뽑으면 여기에 나타나요.",
    en: "Create a season and select products first.",
  },
  settled: { ko: "끝난 것", en: "Settled" },
  settledHint: {
    ko: "판매 중이거나, 사람이 봐야 하거나, 내려간 것이에요",
    en: "On sale, in need of a person, or taken down",
  },
  progress: { ko: "지금까지", en: "So far" },
  perMall: { ko: "쇼핑몰마다", en: "At each mall" },
  settledOf: { ko: "{settled} / {total}", en: "{settled} / {total}" },
  waitsFor: { ko: "{count}개가 기다려요 — {why}", en: "{count} waiting — {why}" },
  nothingSent: { ko: "아직 보낼 상품이 없어요", en: "Nothing to send yet" },
  stuckNone: { ko: "막힌 상품이 없어요", en: "Nothing is stuck" },
  stuckNoneBody: {
    ko: "거절되거나 보내지 못한 상품이 생기면 까닭과 함께 여기에 모여요.",
    en: "What is refused or could not be sent appears here, by reason.",
  },
  slowReviews: { ko: "심사가 평소보다 오래 걸리는 상품", en: "In review for longer than usual" },
  slowReviewsBody: {
    ko: "쇼핑몰 담당자에게 아래 번호를 말하고 어디까지 됐는지 물어봐 주세요. 심사가 끝나면 여기에서 저절로 사라져요.",
    en: "Please ask the mall how far it has come, by the numbers below. What the mall has decided leaves this list by itself.",
  },
  slowFor: { ko: "{date}에 보냈고 {days}일이 지났어요", en: "Sent on {date}, {days} days ago" },
  slowAt: { ko: "{mall} {count}개", en: "{mall}: {count}" },
  slowSee: { ko: "보고 쇼핑몰에 물어보기", en: "See them, and ask the mall" },
  slowOne: { ko: "심사가 {days}일째예요. 평소보다 오래 걸려요", en: "In review for {days} days, longer than usual" },
  slowAsk: {
    ko: "{mall} 담당자에게 아래 번호를 말하고 어디까지 됐는지 물어봐 주세요.",
    en: "Please ask {mall} how far it has come, by these numbers.",
  },
  mallNumber: { ko: "쇼핑몰 상품번호 {number}", en: "The mall's number {number}" },
  mallNumberNone: { ko: "쇼핑몰 상품번호는 아직 없어요", en: "No number of the mall's yet" },
  ourReference: { ko: "판매자 상품코드 {reference}", en: "Our code {reference}" },
  howMany: { ko: "{count}개", en: "{count}" },
  list: { ko: "상품 {count}개 보기", en: "See the products ({count})" },
  retryMany: { ko: "고른 상품 다시 보내기", en: "Send the chosen ones again" },
  retryOne: { ko: "{product} 다시 보내기 ({mall})", en: "Send {product} to {mall} again" },
  choose: { ko: "{product} 고르기 ({mall})", en: "Choose {product} ({mall})" },
  retriedMany: { ko: "{started}개를 다시 보내기 시작했어요", en: "On their way again: {started}" },
  retriedNone: { ko: "고른 상품이 없어요. 다시 보낼 상품을 골라 주세요", en: "Nothing was chosen" },
  left: {
    ko: "{left}개는 그사이 상태가 바뀌어 그대로 두었어요.",
    en: "{left} had moved on meanwhile and were left as they are.",
  },
  corrected: {
    ko: "가게가 뽑힌 뒤에 고쳤어요: {parts}. 보고 괜찮으면 고친 내용으로 보내 주세요.",
    en: "The store changed since it was chosen: {parts}. If it looks right, send what was put right.",
  },
  correctedForMall: { ko: "쇼핑몰이 따로 묻는 것", en: "what the mall asks besides" },
  sendCorrectionOf: {
    ko: "{product} 고친 내용으로 보내기 ({mall})",
    en: "Send what was put right of {product} to {mall}",
  },
  mend: { ko: "고치기", en: "Put it right" },
  mendWithMerchant: { ko: "상인과 함께 고치기", en: "Put it right with the merchant" },
  mendCodes: { ko: "카테고리 코드 고치기", en: "Edit the category code" },
  mendConnection: { ko: "연결 정보 고치기", en: "Edit the connection" },
  mendProduct: { ko: "자세히 보기", en: "See the details" },
} satisfies Record<string, Sentence>;

export const stuckWords: Record<StuckState, Sentence> = {
  refused: { ko: "쇼핑몰이 거절한 상품", en: "Refused by a mall" },
  failed: { ko: "끝내 보내지 못한 상품", en: "Given up" },
  live: { ko: "팔고 있지만 바뀐 내용이 거절된 상품", en: "On sale, with a change refused" },
  not_ready: { ko: "보내기 전에 채울 것이 있는 상품", en: "Held back before it was sent" },
};
