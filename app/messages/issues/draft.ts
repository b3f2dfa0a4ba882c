import type { draftCodes } from "#app/domain/issue/draft-codes.ts";
import type { Sentence } from "../sentence.ts";

export const draftSentences: Record<(typeof draftCodes)[number], Sentence> = {
  "draft.not_found": {
    ko: "쓰던 상품을 찾지 못했어요. ‘내 상품’에서 다시 골라 주세요.",
    en: "We did not find this unfinished product. Choose it again from “My products”.",
  },
  "draft.finished": {
    ko: "이미 내 상품에 들어간 상품이라 사진을 더 받지 못했어요. 사진은 지우지 않고 휴대폰에 그대로 두었어요.",
    en: "This product is finished already, so the photo was not added. It is still on your phone.",
  },
  "draft.photo_waiting": {
    ko: "사진 {count}장을 아직 살펴보고 있어요. 잠시만 기다려 주세요.",
    en: "{count} photos are still being looked at. Please wait a moment.",
  },
  "draft.too_many_photos": {
    ko: "사진은 {maximum}장까지 올릴 수 있어요. 다른 사진을 빼고 다시 올려 주세요.",
    en: "A product takes up to {maximum} photos. Remove one and add this one again.",
  },
  "draft.details_missing": {
    ko: "‘상품 상세 참조’라고 적은 것이 있는데 상세설명이 비어 있어요. 그 내용을 상세설명에 적어 주세요.",
    en: "Some answers say “상품 상세 참조” (see the description), but the description is empty. Write it there.",
  },
};
