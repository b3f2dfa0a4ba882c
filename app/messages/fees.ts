import type { Sentence } from "./sentence.ts";

/** What a store asks for a return and an exchange. */
export const feesMessages = {
  title: { ko: "반품·교환 배송비", en: "Return and exchange fees" },
  lead: {
    ko: "손님이 물건을 돌려보내거나 바꿀 때 내는 배송비예요. 모든 상품에 함께 쓰여요.",
    en: "What customers pay for sending something back, or for another in its place. It holds for all your products.",
  },
  link: { ko: "반품·교환 배송비 고치기", en: "Change return and exchange fees" },
  save: { ko: "저장하기", en: "Save" },
  back: { ko: "내 상품 보기", en: "To my products" },
  saved: { ko: "저장했어요", en: "Saved" },
  savedBody: {
    ko: "올라가 있는 쇼핑몰에도 알리고, 이 금액 때문에 거절된 상품은 다시 보내요. 쇼핑몰에 따라 심사를 다시 할 수 있어요.",
    en: "The malls that have your products are told, and what they refused for these fees is sent again. Some malls review it anew.",
  },
  unchanged: { ko: "바뀐 내용이 없어요", en: "Nothing changed" },
} satisfies Record<string, Sentence>;
