import type { Sentence } from "./sentence.ts";

/** Leaving for good. */
export const closingMessages = {
  title: { ko: "계정 닫기", en: "Close my account" },
  link: { ko: "계정 닫기", en: "Close my account" },
  linkLead: {
    ko: "그만두고 싶으실 때 써요. 무슨 일이 일어나는지 먼저 보여 드려요.",
    en: "When you want to stop. We first show you what happens.",
  },
  lead: { ko: "닫기 전에 꼭 읽어 주세요.", en: "Please read this first." },
  firstTitle: { ko: "먼저 상품을 내려요", en: "First your products come down" },
  first: {
    ko: "쇼핑몰에 올린 상품 {count}개를 모두 내려요. 쇼핑몰이 내렸다고 답할 때까지 하루 이틀 걸릴 수 있어요.",
    en: "What stands at malls ({count}) comes down. It may take a day or two until the malls confirm.",
  },
  firstNone: { ko: "쇼핑몰에 올린 상품이 없어요.", en: "You have nothing at any mall." },
  thenTitle: { ko: "그다음 계정이 끝나요", en: "Then the account ends" },
  after: {
    ko: "모든 기기에서 로그아웃되고, 가게가 백선에서 사라져요. 심사를 기다리는 상품도 빠져요.",
    en: "You are logged out everywhere, and your store leaves Baekseon. What waits to be judged is taken out.",
  },
  dataTitle: { ko: "내 정보는 이렇게 지워요", en: "What happens to your data" },
  data: {
    ko: "올린 서류와 적다 만 상품은 바로 지워요. 이름과 연락처, 계약 기록과 상품 사진은 법에 따라 5년 보관하고 지워요.",
    en: "Documents and unfinished products are erased at once. Name, contacts, contracts and photos of products are kept for five years, as the law asks, and then erased.",
  },
  backTitle: { ko: "마음이 바뀌면", en: "If you change your mind" },
  back: {
    ko: "상품이 다 내려가기 전까지는 취소할 수 있어요. 그 뒤에는 같은 번호로 다시 신청하시면 돼요.",
    en: "You can take it back until everything is down. After that, join again with the same number.",
  },
  close: { ko: "계정을 닫을게요", en: "Close my account" },
  stay: { ko: "닫지 않기", en: "Stay" },
  closing: { ko: "계정을 닫는 중이에요", en: "Your account is being closed" },
  waits: {
    ko: "쇼핑몰에서 아직 내려가지 않은 상품이 {count}개 있어요. 다 내려가면 계정이 끝나요.",
    en: "Still at malls: {count}. The account ends when all are down.",
  },
  soon: { ko: "곧 끝나요.", en: "It will end in a moment." },
  since: { ko: "{date}에 신청했어요", en: "Asked on {date}" },
  takeBack: { ko: "닫기 취소하고 계속하기", en: "Take it back and stay" },
  toClosing: { ko: "닫기 보기", en: "See the closing" },
  onlyMerchant: { ko: "계정은 {merchant} 님만 닫을 수 있어요", en: "Only {merchant} can close the account" },
} satisfies Record<string, Sentence>;
