import type { DetailTemplate } from "#app/domain/detail-page/templates.ts";
import type { Sentence } from "./sentence.ts";

export const productDetailMessages = {
  title: { ko: "상세페이지", en: "Detail page" },
  lead: {
    ko: "쇼핑몰에서 손님이 보는 상품 설명이에요. 가게 이야기, 사진, 상세설명으로 저절로 만들어요.",
    en: "What buyers read at the malls. It is made of your story, photos and description.",
  },
  order: { ko: "무엇을 먼저 보여 줄까요?", en: "What comes first?" },
  choose: { ko: "이 순서로 하기", en: "Use this order" },
  chosen: { ko: "순서를 바꿨어요", en: "The order is changed" },
  captions: { ko: "사진 아래에 적을 말", en: "Words under the photos" },
  captionsLead: {
    ko: "무엇을 찍은 사진인지 한 줄로 적으면 손님이 더 믿고 사요. 비워 두어도 괜찮아요.",
    en: "One line that says what a photo shows helps buyers trust it. You may leave it empty.",
  },
  caption: { ko: "{number}번째 사진", en: "Photo {number}" },
  captionExample: { ko: "예: 무쇠 솥에 약한 불로 볶아요", en: "e.g. Roasted in an iron pot over a low fire" },
  saveCaptions: { ko: "적은 말 저장하기", en: "Save the words" },
  captionsSaved: { ko: "사진 아래 말을 저장했어요", en: "The words under the photos are saved" },
  notSaved: { ko: "아직 저장하지 못했어요", en: "Not saved yet" },
  preview: { ko: "미리 보기", en: "Preview" },
  /** The look that the preview shows. */
  look: { ko: "어느 순서로 볼까요?", en: "Which order to look at" },
  suits: { ko: "상품에 맞게 저절로", en: "What suits the product" },
  suitsHint: { ko: "지금은 ‘{template}’ 순서예요", en: "Now: {template}" },
  noPicture: { ko: "사진을 준비하고 있어요", en: "The photo is being prepared" },
  back: { ko: "상품으로 돌아가기", en: "Back to the product" },
  see: { ko: "상세페이지 미리 보기", en: "Preview the detail page" },
} satisfies Record<string, Sentence>;

export const templateChoices: Record<DetailTemplate, { word: Sentence; hint: Sentence }> = {
  story: {
    word: { ko: "가게 이야기 먼저", en: "The store’s story first" },
    hint: { ko: "오래된 가게, 만드는 사람이 자랑일 때", en: "For old stores and proud makers" },
  },
  photos: {
    word: { ko: "사진 먼저", en: "Photos first" },
    hint: { ko: "보기 좋은 사진이 여러 장일 때", en: "When there are several good photos" },
  },
  plain: {
    word: { ko: "설명 먼저", en: "The description first" },
    hint: { ko: "쓰임과 정보를 바로 알려 주고 싶을 때", en: "When use and facts matter most" },
  },
};
