import type { Sentence } from "./sentence.ts";

/** Where a merchant begins. */
export const joinMessages = {
  title: { ko: "가게 신청 시작하기", en: "Join with your shop" },
  lead: {
    ko: "휴대폰 번호를 적어 주세요. 인증번호 여섯 자리를 보내 드려요. 비밀번호는 없어요.",
    en: "Enter your phone number and we will send you a six-digit code. There is no password.",
  },
  whatTitle: { ko: "이런 것을 여쭤봐요", en: "What we will ask" },
  what: {
    ko: "사업자등록증과 가게 사진을 옆에 두시면 좋아요. 한 번에 하나씩 여쭤보고, 적을 때마다 저장돼요. 쉬었다가 이어서 적어도 괜찮아요.",
    en: "Have your business registration and a photo of the shop at hand. We ask one thing at a time and save each; you can stop and go on later.",
  },
  send: { ko: "인증번호 받기", en: "Send me a code" },
  codeSent: {
    ko: "{destination|으로/로} 인증번호를 보냈어요. 5분 안에 적어 주세요.",
    en: "A code is on its way to {destination}. Enter it within 5 minutes.",
  },
  fromLogin: { ko: "처음이세요? 가게 신청 시작하기", en: "New here? Join with your shop" },
  begin: { ko: "가게 신청 시작하기", en: "Join with your shop" },
  haveAccount: { ko: "이미 신청했어요", en: "I have joined already" },
} satisfies Record<string, Sentence>;
