import type { ConsentText } from "../consent-texts.ts";

export const creatorDataTexts: readonly ConsentText[] = [
  {
    version: "2026-11",
    since: "2026-11-01",
    sections: [
      {
        title: { ko: "1. 무엇을, 왜, 언제까지", en: "1. What, why and how long" },
        paragraphs: [
          {
            ko: "백선 사무국은 「개인정보 보호법」 제15조에 따라 아래 개인정보를 수집하고 이용합니다.",
            en: "Under article 15 of the Personal Information Protection Act the Baekseon programme office collects and uses the following.",
          },
        ],
        facts: [
          {
            name: { ko: "수집하는 항목", en: "Items" },
            text: {
              ko: "이름, 이메일, 활동 이름과 소개, 채널 주소, 방문 신청과 결과, 올린 글의 주소와 조회 수, 접속 기록",
              en: "Name, e-mail, pen name and introduction, addresses of channels, visits asked for and how they went, addresses and views of what was published, and connection records",
            },
          },
          {
            name: { ko: "이용하는 목적", en: "Purpose" },
            text: {
              ko: "본인 확인과 로그인, 채널 확인, 가게 방문 약속과 알림, 대가를 받았다는 표시의 확인, 올린 글의 소개(활동 이름이 보입니다), 문의와 분쟁 처리",
              en: "Telling who you are at log-in, confirming channels, agreeing on visits and notices of them, checking disclosures, showing what was published (under the pen name), answering questions and disputes",
            },
          },
          {
            name: { ko: "보유하고 이용하는 기간", en: "Term" },
            text: {
              ko: "계정을 닫을 때까지입니다. 방문과 올린 글의 기록은 계정을 닫은 뒤 5년 동안 보관하고, 그 뒤 지웁니다.",
              en: "Until the account is closed. Records of visits and of what was published are kept for five years after that, and then erased.",
            },
          },
        ],
      },
      {
        title: { ko: "2. 가게에 알려 주는 정보", en: "2. What stores are told" },
        paragraphs: [
          {
            ko: "활동 이름, 소개와 채널은 방문을 신청한 가게가 봅니다. 이름과 이메일, 적어 두신 전화번호는 방문 약속이 된 가게만, 약속된 때부터 방문 30일 뒤까지 볼 수 있습니다.",
            en: "Pen name, introduction and channels are seen by stores you ask for a visit. Your name, e-mail and telephone number, where you gave one, are seen only by a store that has agreed to a visit, from then until thirty days after it.",
          },
        ],
      },
      {
        title: { ko: "3. 거부할 권리와 내 정보에 대한 권리", en: "3. The right to refuse, and your rights" },
        paragraphs: [
          {
            ko: "동의하지 않을 수 있습니다. 다만 위 항목은 방문 약속에 꼭 필요하므로, 동의하지 않으시면 창작자로 참가하실 수 없습니다. 언제든 내 정보를 보고, 고치고, 지우거나 처리를 멈추도록 사무국에 요구할 수 있습니다(같은 법 제35조부터 제37조).",
            en: "You may refuse. But these items are needed for visits, so without your consent you cannot take part as a creator. At any time you may ask the office to see, correct, erase or stop the processing of your data (articles 35 to 37).",
          },
        ],
      },
    ],
  },
];
