import type { ConsentText } from "../consent-texts.ts";

export const termsTexts: readonly ConsentText[] = [
  {
    version: "2026-11",
    since: "2026-11-01",
    sections: [
      {
        title: { ko: "1. 백선이 하는 일", en: "1. What Baekseon does" },
        paragraphs: [
          {
            ko: "백선은 작은 가게의 상품을 모아 심사하고, 뽑힌 상품을 상인이 동의한 쇼핑몰에 올리며, 가게를 소개하는 사업입니다. 사업은 백선 사무국(이하 ‘사무국’)이 운영합니다.",
            en: "Baekseon gathers products of small stores, has them judged, puts the chosen ones on sale at the malls the merchant agrees to, and presents the stores. It is run by the Baekseon programme office (the “office”).",
          },
          {
            ko: "백선은 상품을 직접 팔지 않습니다. 물건을 파는 사람은 상인이고, 돈은 쇼핑몰이 정한 수수료를 뗀 뒤 쇼핑몰이 상인에게 줍니다. 백선은 참가비를 받지 않습니다.",
            en: "Baekseon does not sell goods itself. The merchant is the seller, and the mall pays the merchant after its fee. Taking part costs nothing.",
          },
        ],
      },
      {
        title: { ko: "2. 상인이 지킬 것", en: "2. What the merchant keeps to" },
        paragraphs: [
          {
            ko: "사업자등록, 원산지, 값, 재고와 법으로 알려야 하는 항목을 사실대로 적습니다. 사실과 다르면 상품을 내리거나 참가를 끝낼 수 있습니다.",
            en: "Business registration, origin, price, stock and what the law wants told are stated truthfully. Otherwise products may be taken down or participation ended.",
          },
          {
            ko: "사진과 글은 상인이 쓸 권리가 있는 것만 올립니다. 올린 사진과 글은 상품을 심사하고 팔고 소개하는 데에만, 상품이 내려갈 때까지 씁니다.",
            en: "Photos and texts are ones the merchant may use. They are used to judge, sell and present the products only, until the products come down.",
          },
          {
            ko: "주문받은 상품의 배송, 교환, 환불과 소비자 응대는 파는 사람인 상인이 합니다.",
            en: "Delivery, exchange, refunds and answers to buyers are the merchant’s, who is the seller.",
          },
        ],
      },
      {
        title: { ko: "3. 심사와 쇼핑몰", en: "3. Judging and malls" },
        paragraphs: [
          {
            ko: "심사 결과는 시즌마다 알립니다. 뽑히는 것이 판매를 보장하지는 않습니다. 쇼핑몰은 자기 기준에 따라 상품을 거절할 수 있으며, 그 이유를 상인에게 그대로 알립니다.",
            en: "Results are told every season. Being chosen is no promise of sales. A mall may refuse a product by its own rules, and its reasons are passed on as they are.",
          },
          {
            ko: "쇼핑몰마다 수수료와 정산일을 먼저 보여 드리고 따로 동의를 받습니다. 동의하지 않은 쇼핑몰에는 아무것도 올리지 않습니다.",
            en: "Each mall’s fee and settlement are shown first and agreed to separately. Nothing goes to a mall that was not agreed to.",
          },
        ],
      },
      {
        title: { ko: "4. 그만두기", en: "4. Leaving" },
        paragraphs: [
          {
            ko: "상인은 언제든 계정을 닫을 수 있습니다. 먼저 모든 쇼핑몰에서 상품을 내리고, 모두 내려가면 계정이 끝납니다. 끝나기 전에는 취소할 수 있습니다.",
            en: "A merchant may close the account at any time. Products come down at every mall first; when all are down the account ends. Until then it can be taken back.",
          },
          {
            ko: "사무국은 이 약관을 크게 어긴 상인의 참가를 이유를 알린 뒤 끝낼 수 있습니다.",
            en: "The office may end the participation of a merchant who seriously breaks these terms, stating why.",
          },
        ],
      },
      {
        title: { ko: "5. 약관이 바뀔 때와 분쟁", en: "5. Changes and disputes" },
        paragraphs: [
          {
            ko: "약관이 바뀌면 새 글을 보여 드리고 다시 동의를 받습니다. 동의하지 않으시면 계정을 닫을 수 있습니다.",
            en: "When these terms change, the new text is shown and agreed to anew. Who does not agree may close the account.",
          },
          {
            ko: "이 약관에는 대한민국 법을 적용하고, 다툼은 민사소송법이 정한 법원에서 다룹니다.",
            en: "Korean law applies, and disputes go to the court that the Civil Procedure Act names.",
          },
        ],
      },
    ],
  },
];
