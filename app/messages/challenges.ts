import type { Sentence } from "./sentence.ts";

/** A merchant asks that somebody does not judge the store, and what came of it. */
export const challengeMessages = {
  title: { ko: "심사위원", en: "Curators" },
  link: { ko: "누가 심사하나요", en: "Who judges" },
  lead: {
    ko: "이분들이 심사해요. 아는 사이이거나 공정하게 보기 어려운 분이 있으면 바꿔 달라고 할 수 있어요.",
    en: "They judge. If one of them could not be fair to you, ask for somebody else.",
  },
  none: { ko: "지금은 심사하는 사람이 없어요.", en: "Nobody judges at the moment." },
  ask: { ko: "이분 말고 다른 분이 봐 주세요", en: "Ask for somebody else" },
  reason: { ko: "왜 그런지 적어 주세요", en: "Why" },
  reasonHint: {
    ko: "예: 예전에 함께 일했어요. 사무국만 읽어요.",
    en: "For example: we worked together. Only the office reads it.",
  },
  send: { ko: "사무국에 보내기", en: "Send to the office" },
  sent: { ko: "보냈어요. 사무국이 보고 휴대폰으로 답해 드려요.", en: "Sent. The office answers to your phone." },
  open: { ko: "사무국이 보는 중", en: "with the office" },
  upheld: { ko: "바꿨어요", en: "somebody else judges" },
  dismissed: { ko: "그대로 심사해요", en: "goes on judging" },
  said: { ko: "보낸 말: {reason}", en: "You said: {reason}" },
  answer: { ko: "사무국의 답: {answer}", en: "The office: {answer}" },
  home: { ko: "내 상품으로", en: "To your products" },
} satisfies Record<string, Sentence>;

/** A merchant takes a product out of the season. */
export const leavingMessages = {
  title: { ko: "심사에서 빼기", en: "Take it out of the season" },
  link: { ko: "심사에서 빼기", en: "Take it out of the season" },
  waiting: {
    ko: "빼면 더 심사하지 않아요. 이번 시즌에는 다시 보낼 수 없어요.",
    en: "It is judged no further, and cannot come back this season.",
  },
  chosen: {
    ko: "빼면 모든 쇼핑몰에서 내리고, 자리는 다음 상품에게 가요. 이번 시즌에는 되돌릴 수 없어요.",
    en: "It comes down at every mall, and its place goes to the next one. It cannot come back this season.",
  },
  reason: { ko: "까닭", en: "Why" },
  reasonHint: { ko: "한마디면 돼요. 예: 재료가 떨어졌어요.", en: "A word will do: we ran out of material." },
  now: { ko: "심사에서 빼기", en: "Take it out" },
  done: { ko: "심사에서 뺐어요", en: "It is out" },
  doneBody: { ko: "상품은 그대로 있어요.", en: "The product itself stays with you." },
  notIn: { ko: "지금은 심사에 들어 있지 않은 상품이에요.", en: "It is not in a season now." },
  notPossible: { ko: "빼지 못했어요", en: "It could not be taken out" },
} satisfies Record<string, Sentence>;
