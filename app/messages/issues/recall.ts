import type { recallCodes } from "#app/domain/issue/recall-codes.ts";
import type { Sentence } from "../sentence.ts";

export const recallSentences: Record<(typeof recallCodes)[number], Sentence> = {
  "recall.already_stands": {
    ko: "이 상품은 이미 회수하고 있어요. 아래에서 쇼핑몰마다 어디까지 왔는지 볼 수 있어요.",
    en: "This product is being recalled already. See below how far each mall has come.",
  },
  "recall.not_confirmed": {
    ko: "모든 쇼핑몰이 내렸다고 답한 다음에 회수를 풀 수 있어요. 목록을 새로 열어 확인해 주세요.",
    en: "A recall can be lifted once every mall has confirmed. Open the page again and check.",
  },
  "product.recalled": {
    ko: "회수한 상품이라 지금은 팔 수 없어요. 사무국이 회수를 푼 다음에 다시 해 주세요.",
    en: "This product was recalled and cannot be sold now. Try again after the office has lifted the recall.",
  },
};
