import type { ConsentText } from "../consent-texts.ts";

export const passingOnTexts: readonly ConsentText[] = [
  {
    version: "2026-11",
    since: "2026-11-01",
    sections: [
      {
        title: { ko: "1. 쇼핑몰에 넘기는 정보", en: "1. What malls are given" },
        paragraphs: [
          {
            ko: "백선 사무국은 「개인정보 보호법」 제17조에 따라 아래와 같이 개인정보를 제공합니다. 쇼핑몰에는 그 쇼핑몰의 수수료와 정산일에 따로 동의하신 뒤에만 제공합니다.",
            en: "Under article 17 of the Personal Information Protection Act the programme office gives the following. A mall gets it only after you have agreed to that mall’s fee and settlement.",
          },
        ],
        facts: [
          {
            name: { ko: "받는 곳", en: "Recipients" },
            text: {
              ko: "가치삽시다(중소기업유통센터), 네이버 스마트스토어(네이버㈜), 쿠팡(쿠팡㈜), 11번가(11번가㈜), 카페24 쇼핑몰(카페24㈜), 쇼피파이 쇼핑몰(Shopify Inc.) 가운데 상인이 동의한 곳",
              en: "Of Gachi-Sapsida (Korea SME distribution centre), Naver Smart Store (NAVER Corp.), Coupang (Coupang Corp.), 11st (11st Co.), Cafe24 shops (Cafe24 Corp.) and Shopify shops (Shopify Inc.), those you agree to",
            },
          },
          {
            name: { ko: "받는 곳의 목적", en: "Their purpose" },
            text: {
              ko: "상품 등록과 심사, 판매자 정보 표시, 주문·배송·반품과 정산",
              en: "Registering and reviewing products, naming the seller, orders, delivery, returns and settlement",
            },
          },
          {
            name: { ko: "넘기는 항목", en: "Items" },
            text: {
              ko: "상호, 대표자 이름, 사업자등록번호, 통신판매업 신고번호, 가게 전화번호, 가게와 반품 주소, 상품에 적은 소비자 상담 연락처",
              en: "Trade name, owner’s name, business number, mail-order number, the store’s telephone, its address and the one for returns, and the contact for buyers written into the product",
            },
          },
          {
            name: { ko: "받는 곳의 보유 기간", en: "Their term" },
            text: {
              ko: "상품을 내릴 때까지, 그 뒤에는 쇼핑몰이 지켜야 하는 법(전자상거래법 등)이 정한 5년 이내",
              en: "Until the product comes down, and after that up to the five years that the law (such as the electronic-commerce act) asks of the mall",
            },
          },
        ],
      },
      {
        title: { ko: "2. 크리에이터에게 넘기는 정보", en: "2. What creators are given" },
        facts: [
          {
            name: { ko: "받는 곳", en: "Recipients" },
            text: {
              ko: "백선에 가입하고 가게 방문이 정해진 크리에이터",
              en: "Creators who have joined Baekseon and whose visit to the store is agreed",
            },
          },
          {
            name: { ko: "받는 곳의 목적", en: "Their purpose" },
            text: { ko: "가게 방문과 소개", en: "Visiting and presenting the store" },
          },
          {
            name: { ko: "넘기는 항목", en: "Items" },
            text: {
              ko: "상호, 대표자 이름, 가게 주소와 전화번호, 여는 시간",
              en: "Trade name, owner’s name, the store’s address and telephone, opening hours",
            },
          },
          {
            name: { ko: "받는 곳의 보유 기간", en: "Their term" },
            text: { ko: "방문이 끝난 뒤 6개월", en: "Six months after the visit" },
          },
        ],
      },
      {
        title: { ko: "3. 나라 밖으로 넘기는 경우", en: "3. Outside Korea" },
        paragraphs: [
          {
            ko: "쇼피파이에 동의하신 경우에만, 위 항목이 상품을 보낼 때마다 통신망으로 캐나다의 Shopify Inc.에 전해집니다(같은 법 제28조의8). 쇼피파이에 동의하지 않으시면 나라 밖으로 넘기지 않습니다.",
            en: "Only if you agree to Shopify, these items go over the network to Shopify Inc. in Canada whenever a product is sent (article 28-8). If you do not, nothing leaves the country.",
          },
        ],
      },
      {
        title: { ko: "4. 거부할 권리", en: "4. The right to refuse" },
        paragraphs: [
          {
            ko: "동의하지 않을 수 있습니다. 동의하지 않아도 상품을 적고 심사에 보내실 수 있습니다. 다만 쇼핑몰에 올리거나 크리에이터가 방문하는 일은 할 수 없습니다.",
            en: "You may refuse. You can still enter products and send them to the judges. But they cannot go to malls, and creators cannot visit.",
          },
          {
            ko: "동의하신 뒤에도 ‘내 계정’에서 언제든 거둘 수 있습니다. 거두시면 쇼핑몰에 올린 상품을 모두 내립니다.",
            en: "You may withdraw it under “My account” at any time. Everything of yours then comes down at the malls.",
          },
        ],
      },
    ],
  },
];
