import type { Sentence } from "./sentence.ts";

/** A chosen product's public page. */
export const productPageMessages = {
  description: {
    ko: "{store|이/가} 만들어 파는 {name}. {year} 백선 {place}번, {price}.",
    en: "{name} by {store}. No. {place} of {year}, {price}.",
  },
  buy: { ko: "살 수 있는 곳", en: "Where to buy" },
  origin: { ko: "원산지", en: "Origin" },
  maker: { ko: "제조자", en: "Maker" },
  category: { ko: "종류", en: "Goods" },
  shipping: { ko: "배송비", en: "Delivery" },
  free: { ko: "무료", en: "free" },
  kc: { ko: "KC 인증번호", en: "KC number" },
  options: { ko: "고를 수 있는 것", en: "Options" },
  option: { ko: "{name} — {price}", en: "{name}: {price}" },
  story: { ko: "상품 이야기", en: "About it" },
  pictures: { ko: "사진 더 보기", en: "More pictures" },
  picture: { ko: "{name} 사진 {number}", en: "{name}, picture {number}" },
  notice: { ko: "상품정보 제공고시", en: "Product information required by law" },
  yes: { ko: "예", en: "yes" },
  no: { ko: "아니요", en: "no" },
  toStore: { ko: "가게 이야기와 판매자 정보 보기", en: "The store, its story and seller information" },
  ofYear: { ko: "{year} 백선 모두 보기", en: "The whole hundred of {year}" },
} satisfies Record<string, Sentence>;
