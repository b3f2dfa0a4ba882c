/** The page on which the office enters a store. */
export const newStoreMessages = {
  title: { ko: "가게 넣기", en: "Add a store" },
  lead: {
    ko: "넣은 가게는 승인한 뒤에 상품을 보낼 수 있어요. 상인은 ‘사람’에서 사업자등록번호로 초대해 주세요.",
    en: "A store can send products once it is approved. Invite its merchant under “People” by the business number.",
  },
  back: { ko: "가게", en: "Stores" },
  kind: { ko: "가게 종류", en: "Kind of store" },
  name: { ko: "가게 이름", en: "Name of the store" },
  ownerName: { ko: "대표자", en: "Owner" },
  businessNumber: { ko: "사업자등록번호", en: "Business number" },
  mailOrderNumber: { ko: "통신판매업 신고번호 (있으면)", en: "Mail-order number (if any)" },
  phone: { ko: "가게 전화", en: "Telephone of the store" },
  postcode: { ko: "우편번호 다섯 자리", en: "Five-digit postcode" },
  address: { ko: "주소", en: "Address" },
  district: { ko: "자치구", en: "District" },
  shippingFee: { ko: "배송비 (원)", en: "Delivery fee (won)" },
  returnFee: { ko: "반품 배송비 (원)", en: "Return fee (won)" },
  exchangeFee: { ko: "교환 배송비 (원)", en: "Exchange fee (won)" },
  save: { ko: "넣기", en: "Add" },
} satisfies Record<string, { ko: string; en: string }>;
