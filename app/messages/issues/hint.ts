import type { hintCodes } from "#app/domain/issue/hint-codes.ts";
import type { Sentence } from "../sentence.ts";

export const hintSentences: Record<(typeof hintCodes)[number], Sentence> = {
  "hint.photos_few": {
    ko: "사진이 {count}장뿐이에요. 앞, 옆, 쓰는 모습까지 {wanted}장 이상이면 더 잘 보여요.",
    en: "There are only {count} photos. With {wanted} or more it is seen better: front, side, in use.",
  },
  "hint.photos_small": {
    ko: "작은 사진이 {count}장 있어요(짧은 쪽 {side}픽셀). {wanted}픽셀 이상으로 올리면 더 또렷해요.",
    en: "{count} photos are small (shorter side {side} pixels). With {wanted} pixels or more they look sharper.",
  },
  "hint.photo_blurred": {
    ko: "{number}번째 사진이 흐릿해요. 휴대폰을 두 손으로 잡고, 상품을 눌러 초점을 맞춘 뒤 다시 찍어 보세요.",
    en: "Photo {number} is blurred. Hold the phone with both hands, tap the product to focus, and take it again.",
  },
  "hint.photo_dark": {
    ko: "{number}번째 사진이 어두워요. 창가나 밝은 불 아래에서 다시 찍어 보세요.",
    en: "Photo {number} is dark. Take it again at a window or under a bright light.",
  },
  "hint.photo_burnt": {
    ko: "{number}번째 사진이 너무 밝아 하얗게 날아갔어요. 햇빛이나 조명을 피해 다시 찍어 보세요.",
    en: "Photo {number} is so bright that parts are white. Take it again away from direct light.",
  },
  "hint.photo_busy_background": {
    ko: "{number}번째 사진은 배경이 어수선해요. 흰 종이나 빈 벽 앞에 상품만 두고 찍으면 더 잘 보여요.",
    en: "Photo {number} has a busy background. Put only the product before white paper or a bare wall.",
  },
  "hint.photo_moving": {
    ko: "{number}번째 사진은 움직이는 그림이라 첫 장면만 써요. 다른 장면이 좋으면 그 장면을 사진으로 저장해 올려 주세요.",
    en: "Photo {number} is a moving picture, so only its first frame is used. If another one is better, save it as a photo and upload that.",
  },
  "hint.photo_small_for": {
    ko: "{number}번째 사진이 작아서(짧은 쪽 {side}픽셀) {malls}에서 받지 않아요. 짧은 쪽이 {wanted}픽셀은 되어야 해요. 휴대폰으로 다시 찍은 원본 사진을 올려 주세요.",
    en: "Photo {number} is too small for {malls} (shorter side {side} pixels; {wanted} are needed). Upload the original photo as the phone took it.",
  },
  "hint.photo_cropped_small": {
    ko: "{number}번째 사진을 작게 잘라서(짧은 쪽 {side}픽셀) {malls}에서 받지 않아요. 짧은 쪽이 {wanted}픽셀은 되도록 더 넓게 잘라 주세요.",
    en: "Photo {number} is cropped too small for {malls} (shorter side {side} pixels; {wanted} are needed). Crop it wider.",
  },
  "hint.photo_same": {
    ko: "{number}번째 사진은 이미 있는 사진과 같아요. 상품마다 다른 사진을 쓰면 손님이 헷갈리지 않아요.",
    en: "Photo {number} is the same as one you have already. With photos of their own, products are not mixed up.",
  },
  "hint.photo_alike": {
    ko: "{number}번째 사진이 다른 사진과 비슷해요. 같은 사진인가요?",
    en: "Photo {number} looks like another one. Are they the same photo?",
  },
  "hint.description_short": {
    ko: "상세설명이 짧아요({count}자). 무엇으로 어떻게 만들었는지 {wanted}자 넘게 적으면 더 믿음이 가요.",
    en: "The description is short ({count} characters). Say in {wanted} or more what it is made of and how.",
  },
  "hint.price_far": {
    ko: "같은 종류의 다른 상품 {count}개는 {lowest}원에서 {highest}원 사이인데(가운데 {median}원), 이 상품은 {price}원이에요. 숫자를 한 번 더 봐 주세요.",
    en: "The {count} other products of this kind cost {lowest} to {highest} won (half below {median}), this one {price} won. Look at the number once more.",
  },
  "hint.price_claim": {
    ko: "상품명에 ‘{word}’ 같은 값이나 행사 말이 있어요. 상품명에는 상품이 무엇인지만 적어 주세요.",
    en: "The product name says “{word}”. A name says what the product is, not its price or an offer.",
  },
  "hint.superlative": {
    ko: "상품명에 이런 말이 있어요: ‘{word}’. 증명할 수 없는 자랑은 법에 걸릴 수 있으니 빼 주세요.",
    en: "The product name says “{word}”. A boast that cannot be proved may break the law; leave it out.",
  },
  "hint.health_claim": {
    ko: "‘{word}’처럼 병이 낫거나 몸이 좋아진다는 말이 {field}에 있어요. 식품과 화장품에는 법으로 못 쓰는 말이니 빼 주세요.",
    en: "The {field} says “{word}”. The law forbids to promise cures or health of food and cosmetics; leave it out.",
  },
};
