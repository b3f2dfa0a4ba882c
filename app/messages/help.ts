import type { Sentence } from "./sentence.ts";

/** Typing on a merchant's behalf. */
export const helpMessages = {
  title: { ko: "대신 적어 드리기", en: "Type for somebody" },
  lead: {
    ko: "도와드릴 분의 휴대폰으로 번호를 보내요. 그분이 번호를 불러 주시면 시작할 수 있어요.",
    en: "We send a code to the phone of the person you help. When they read it out to you, you can begin.",
  },
  phone: { ko: "도와드릴 분의 휴대폰 번호", en: "Their phone number" },
  ask: { ko: "허락 번호 보내기", en: "Send the code" },
  asked: {
    ko: "등록된 번호라면 {phone|으로/로} 번호를 보냈어요. 5분 안에 적어 주세요.",
    en: "If {phone} is registered, a code is on its way. Enter it within 5 minutes.",
  },
  code: { ko: "불러 주신 번호 여섯 자리", en: "The six digits they read out" },
  begin: { ko: "대신 적기 시작", en: "Begin" },
  otherPhone: { ko: "다른 번호로 보내기", en: "Use another number" },
  helping: { ko: "{merchant} 님을 대신해 적는 중이에요", en: "You are typing for {merchant}" },
  helpingLead: {
    ko: "적는 것마다 {helper} 님이 적었다고 남아요. 보내기와 동의는 {merchant} 님만 할 수 있어요.",
    en: "Everything you type is marked as typed by {helper}. Only {merchant} can send or agree.",
  },
  toProducts: { ko: "상품 적으러 가기", en: "To the products" },
  end: { ko: "대신 적기 끝내기", en: "Stop typing for them" },
  helpers: { ko: "대신 적어 주는 사람", en: "Who types for you" },
  helpersLead: {
    ko: "보내기와 동의는 나만 할 수 있어요. 언제든 끝낼 수 있어요.",
    en: "Only you can send and agree. You can end it at any time.",
  },
  since: { ko: "{name} 님 · {since}부터", en: "{name} · since {since}" },
  typedBy: { ko: "{name} 님이 대신 적음", en: "Typed by {name}" },
  typedForThem: { ko: "대신 적은 사람", en: "Typed for the merchant by" },
  toHelp: { ko: "다른 가게를 도와드리려면", en: "To help somebody else" },
} satisfies Record<string, Sentence>;
