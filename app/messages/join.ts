import type { Sentence } from "./sentence.ts";

/** Where a merchant and a creator begin. */
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
  creatorTitle: { ko: "창작자로 함께하기", en: "Join as a creator" },
  creatorLead: {
    ko: "이메일을 적어 주세요. 인증번호 여섯 자리를 보내 드려요. 비밀번호는 없어요.",
    en: "Enter your e-mail and we will send you a six-digit code. There is no password.",
  },
  creatorWhatTitle: { ko: "이렇게 시작해요", en: "How it begins" },
  creatorWhat: {
    ko: "활동 이름과 소개를 적고, 글이나 영상을 올리는 채널을 알려 주세요. 내 채널로 확인되면 다녀온 가게의 글을 낼 수 있어요.",
    en: "Tell us your pen name and a little about you, then the channel you publish on. Once it is confirmed as yours, you can hand in what you publish of your visits.",
  },
  fromLoginCreator: { ko: "처음이세요? 창작자로 함께하기", en: "New here? Join as a creator" },
  haveAccount: { ko: "이미 시작했어요", en: "I have joined already" },
} satisfies Record<string, Sentence>;
