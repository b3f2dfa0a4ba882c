import type { detailCodes } from "#app/domain/issue/detail-codes.ts";
import type { Sentence } from "../sentence.ts";

export const detailSentences: Record<(typeof detailCodes)[number], Sentence> = {
  "detail.signs_lost": {
    ko: "그림으로 보내는 상세페이지에 넣을 수 없는 글자가 있어 빼고 그려요: {signs}. 꼭 필요한 말이면 한글로 바꿔 적어 주세요.",
    en: "The drawn detail page leaves out signs that we have no type for: {signs}. Where they matter, write them in Hangul.",
  },
  "detail.caption_long": {
    ko: "사진 {photo} 아래 글이 길어요. {maximum}자까지 쓸 수 있으니 조금 줄여 주세요.",
    en: "The words under the photo {photo} are too long: shorten them to {maximum} characters.",
  },
};
