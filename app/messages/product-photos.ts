import type { Sentence } from "./sentence.ts";

/** Changing a product's photos. */
export const productPhotoMessages = {
  title: { ko: "사진 더하기", en: "Photos" },
  lead: { ko: "맨 앞 사진이 손님에게 가장 먼저 보여요.", en: "Customers see the first photo first." },
  choose: { ko: "사진 고르기", en: "Choose photos" },
  hint: { ko: "한 번에 여러 장을 골라도 돼요. 아이폰 사진(HEIC)도 돼요.", en: "Several at once, HEIC too." },
  add: { ko: "이 사진 올리기", en: "Upload these" },
  coming: { ko: "살펴보고 있는 사진", en: "Being looked at" },
  looking: { ko: "{file|을/를} 살펴보고 있어요. 조금만 기다려 주세요.", en: "Looking at {file}. One moment." },
  queued: { ko: "{file|이/가} 차례를 기다리고 있어요.", en: "{file} is waiting its turn." },
  forget: { ko: "알겠어요", en: "All right" },
  own: { ko: "지금 사진", en: "Photos now" },
  none: { ko: "아직 사진이 없어요.", en: "No photo yet." },
  done: { ko: "다 됐어요", en: "Done" },
} satisfies Record<string, Sentence>;
