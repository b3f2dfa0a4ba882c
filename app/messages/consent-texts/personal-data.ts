import type { ConsentText } from "../consent-texts.ts";

export const personalDataTexts: readonly ConsentText[] = [
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
              ko: "이름, 휴대폰 번호, 상호, 사업자등록번호, 통신판매업 신고번호, 가게 전화번호와 주소, 지정번호, 가게 사진, 올린 서류에 적힌 내용(사업자등록증의 생년월일 등), 상품에 적은 연락처. 로그인 기록과 접속 주소는 자동으로 남습니다.",
              en: "Name, mobile number, trade name, business number, mail-order number, the store’s telephone and address, designation number, photo of the store, what the uploaded documents say (such as the date of birth in a business registration), and contacts written into products. Log-ins and network addresses are recorded automatically.",
            },
          },
          {
            name: { ko: "이용하는 목적", en: "Purpose" },
            text: {
              ko: "본인 확인과 로그인, 가게 신청의 확인, 상품 심사, 결과와 진행 알림, 가게와 상품의 소개 페이지(상호, 주소, 전화번호, 사업자등록번호를 법에 따라 보여 줍니다), 문의와 분쟁 처리.",
              en: "Telling who you are at log-in, checking the store’s application, judging products, notices of results and progress, the public page of the store and its products (which shows trade name, address, telephone and business number as the law asks), questions and disputes.",
            },
          },
          {
            name: { ko: "보유하고 이용하는 기간", en: "Term" },
            text: {
              ko: "계정을 닫을 때까지입니다. 닫은 뒤에는 「전자상거래 등에서의 소비자보호에 관한 법률 시행령」 제6조에 따라 계약과 공급의 기록을 5년, 소비자 불만과 분쟁의 기록을 3년 보관하고 지웁니다. 로그인 기록은 30일 안에 지웁니다. 올린 서류, 적다 만 상품과 상품표는 계정이 끝날 때 바로 지웁니다.",
              en: "Until the account is closed. After that, under article 6 of the decree to the Act on Consumer Protection in Electronic Commerce, records of contracts and supply are kept for five years and those of complaints and disputes for three, and then erased. Records of log-ins go within 30 days. Uploaded documents, unfinished products and sheets are erased when the account ends.",
            },
          },
        ],
      },
      {
        title: { ko: "2. 거부할 권리", en: "2. The right to refuse" },
        paragraphs: [
          {
            ko: "동의하지 않을 수 있습니다. 다만 위 항목은 가게를 확인하고 상품을 심사하는 데 꼭 필요하므로, 동의하지 않으시면 백선에 참가하실 수 없습니다.",
            en: "You may refuse. But these items are needed to check the store and judge the products, so without your consent you cannot take part.",
          },
        ],
      },
      {
        title: { ko: "3. 맡기는 일", en: "3. Who processes data for us" },
        facts: [
          {
            name: { ko: "알림톡과 문자 보내기", en: "Sending notices" },
            text: {
              ko: "문자 발송 대행사 솔라피(주식회사 솔라피) — 휴대폰 번호와 알림 내용",
              en: "Solapi Inc., the message gateway — mobile number and the notice",
            },
          },
          {
            name: { ko: "사업자 상태 확인", en: "Checking business numbers" },
            text: {
              ko: "국세청 사업자등록정보 조회 서비스 — 사업자등록번호",
              en: "The tax office’s look-up service — business number",
            },
          },
        ],
      },
      {
        title: { ko: "4. 내 정보에 대한 권리", en: "4. Your rights" },
        paragraphs: [
          {
            ko: "언제든 내 정보를 보고, 고치고, 지우거나 처리를 멈추도록 요구할 수 있습니다(같은 법 제35조부터 제37조). ‘내 계정’에서 동의를 보고 거둘 수 있으며, 이 동의를 거두는 것은 계정을 닫는 것입니다.",
            en: "At any time you may ask to see, correct, erase or stop the processing of your data (articles 35 to 37). Consents can be seen and withdrawn under “My account”; withdrawing this one means closing the account.",
          },
          {
            ko: "개인정보에 관한 일은 사무국 개인정보 보호책임자에게 물으실 수 있고, 개인정보침해 신고센터(국번 없이 118)와 개인정보 분쟁조정위원회(1833-6972)의 도움을 받으실 수 있습니다.",
            en: "Questions go to the office’s privacy officer. The privacy centre (118) and the Personal Information Dispute Mediation Committee (1833-6972) help as well.",
          },
        ],
      },
    ],
  },
];
