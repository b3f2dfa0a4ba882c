import type { Grade } from "#app/domain/product/assess-product.ts";
import type { Sentence } from "./sentence.ts";

/** Where an issue is put right. */
export const mendMessages = {
  toField: { ko: "고치러 가기", en: "Put it right" },
  toPhotos: { ko: "사진 더하기", en: "Add photos" },
  toAnswer: { ko: "답하러 가기", en: "Answer it" },
  toStore: { ko: "가게 정보로 가기", en: "To your store" },
  toSheet: { ko: "상품표에서 고치기", en: "Change it in a sheet" },
  toConnection: { ko: "내 쇼핑몰 연결 보기", en: "To your shop's connection" },
  toAgreement: { ko: "보고 동의하기", en: "Look and agree" },
  toClosing: { ko: "닫기 취소하러 가기", en: "To the closing" },
} satisfies Record<string, Sentence>;

export const gradeWords: Record<Grade, Sentence> = {
  good: { ko: "좋아요", en: "Good" },
  fair: { ko: "보완하면 더 좋아요", en: "Could be better" },
  poor: { ko: "아직 부족해요", en: "Not good yet" },
};

/** What each mall needs of each product. */
export const mallsTableMessages = {
  title: { ko: "쇼핑몰별 준비", en: "Malls and products" },
  lead: {
    ko: "상품마다 어느 쇼핑몰에 올릴 수 있는지, 무엇이 모자라는지 볼 수 있어요.",
    en: "Which mall each product can go to, and what is missing.",
  },
  link: { ko: "쇼핑몰별 준비 보기", en: "Malls and products" },
  product: { ko: "상품", en: "Product" },
  grade: { ko: "상품 상태", en: "How good it is" },
  empty: { ko: "아직 올린 상품이 없어요", en: "No products yet" },
  emptyBody: {
    ko: "상품을 올리면 쇼핑몰마다 무엇이 필요한지 여기에서 알려 드려요.",
    en: "Upload products to see what each mall needs.",
  },
  reasons: { ko: "무엇이 모자라나요", en: "What is missing" },
  malls: { ko: "쇼핑몰", en: "Malls" },
  common: { ko: "여러 쇼핑몰에 한 번에 필요한 것", en: "What several malls need alike" },
  hintsTitle: { ko: "이렇게 하면 더 잘 팔려요", en: "What would make it better" },
  hintsGood: { ko: "사진, 설명, 값이 모두 넉넉해요.", en: "Photos, description and price are all fine." },
  asksMore: { ko: "{mall|이/가} 따로 묻는 것 보기", en: "What {mall} asks besides" },
} satisfies Record<string, Sentence>;
