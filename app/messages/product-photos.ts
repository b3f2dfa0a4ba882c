import type { Sentence } from "./sentence.ts";

/** Changing a product's photos. */
export const productPhotoMessages = {
  title: { ko: "상품 사진", en: "Photos" },
  none: { ko: "아직 사진이 없어요.", en: "No photo yet." },
  done: { ko: "다 됐어요", en: "Done" },
} satisfies Record<string, Sentence>;
