import type { Sentence } from "./sentence.ts";

/** What curators ask a merchant to change, and how the merchant answers. */
export const changeRequestMessages = {
  homeTitle: { ko: "심사위원이 고쳐 달라고 한 상품이 있어요", en: "Curators ask for a change" },
  open: { ko: "‘{name}’ 보고 고치기", en: "See and change “{name}”" },
  title: { ko: "고쳐 달라는 곳", en: "What to change" },
  lead: {
    ko: "아래 내용을 고치고 다시 보내 주세요. 다시 보내면 심사위원은 고친 곳만 다시 봐요.",
    en: "Change what is listed and send it back. The curators then look only at what you changed.",
  },
  photo: { ko: "이 사진", en: "This photo" },
  toField: { ko: "고치러 가기", en: "Change it" },
  toPhotos: { ko: "사진 고치러 가기", en: "Change the photo" },
  toSheet: { ko: "상품표로 고치기", en: "Change it with a sheet" },
  answer: { ko: "심사위원에게 할 말", en: "To the curators" },
  answerHint: {
    ko: "고쳤으면 비워 두어도 돼요. 그대로 두려면 까닭을 적어 주세요.",
    en: "Leave it empty when you changed it. If it stays as it is, say why.",
  },
  changed: { ko: "고친 곳: {fields}", en: "You changed: {fields}" },
  unchanged: { ko: "아직 고친 곳이 없어요.", en: "Nothing is changed yet." },
  send: { ko: "다시 보내기", en: "Send it back" },
  sent: {
    ko: "다시 보냈어요. 심사위원이 고친 곳을 볼 거예요.",
    en: "Sent back. The curators look at what you changed.",
  },
  notSent: { ko: "다시 보내지 못했어요", en: "It was not sent back" },
  none: { ko: "지금은 고쳐 달라는 곳이 없어요.", en: "Nothing is asked for now." },
  toProduct: { ko: "상품으로 돌아가기", en: "Back to the product" },
} satisfies Record<string, Sentence>;
