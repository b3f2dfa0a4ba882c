import type { Sentence } from "./sentence.ts";

/** Photos of an upload that fit no product or several, put to a product by hand. */
export const loosePhotoMessages = {
  title: { ko: "짝을 찾지 못한 사진", en: "Photos without a product" },
  lead: {
    ko: "어느 상품의 사진인지 골라 주세요. 고르지 않은 사진은 쓰지 않아요.",
    en: "Say which product each photo belongs to. Photos you leave are not used.",
  },
  open: { ko: "남은 사진 {count}장", en: "{count} left" },
  placed: { ko: "고른 사진 {count}장", en: "{count} chosen" },
  which: { ko: "어느 쪽 사진을 볼까요?", en: "Which photos" },
  whose: { ko: "{name}: 어느 상품이에요?", en: "{name}: which product?" },
  row: { ko: "{row}번째 줄 {name}", en: "Row {row}: {name}" },
  unused: { ko: "이 사진은 쓰지 않아요", en: "Do not use this photo" },
  other: { ko: "다른 상품 찾기", en: "Another product" },
  find: { ko: "상품 찾기", en: "Find the product" },
  otherHint: { ko: "줄 번호, 상품코드나 이름", en: "Row number, code or name" },
  putTo: { ko: "{row}번째 줄 {name}에 넣어요", en: "Goes to row {row}: {name}" },
  notUsed: { ko: "쓰지 않아요", en: "Not used" },
  save: { ko: "고른 대로 넣기", en: "Put them there" },
  next: { ko: "다음 사진 보기", en: "Next photos" },
  first: { ko: "처음부터 보기", en: "From the start" },
  none: { ko: "모두 골랐어요.", en: "All are chosen." },
  nothingPlaced: { ko: "고른 사진이 없어요", en: "Nothing was chosen" },
  nothingPlacedBody: {
    ko: "사진마다 상품을 고른 뒤에 눌러 주세요.",
    en: "Choose a product for a photo, then press the button.",
  },
  nothingNew: { ko: "새로 담을 상품이 없어요", en: "There is nothing new to take" },
  nothingNewBody: {
    ko: "아래 사진을 상품에 넣으면 담을 수 있어요. 쓸 사진이 없으면 맨 아래의 ‘그만두기’를 눌러 주세요.",
    en: "Put the photos below to their products and they can be taken. If you need none, press “Leave it” at the end.",
  },
  enlarge: { ko: "{name} 크게 보기", en: "See {name} larger" },
} satisfies Record<string, Sentence>;
