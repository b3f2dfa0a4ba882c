import { noticeLabels } from "./notice-labels.ts";
import { type Locale, type Sentence, say } from "./sentence.ts";

/** Columns of the catalog sheet and fields of forms, by key. */
const fieldLabels: Record<string, Sentence> = {
  sku: { ko: "상품코드", en: "product code" },
  name: { ko: "상품명", en: "product name" },
  category: { ko: "카테고리", en: "category" },
  price: { ko: "판매가", en: "price" },
  stock: { ko: "재고수량", en: "stock" },
  origin: { ko: "원산지", en: "origin" },
  maker: { ko: "제조자", en: "maker" },
  description: { ko: "상세설명", en: "description" },
  photos: { ko: "사진", en: "photos" },
  options: { ko: "옵션", en: "options" },
  option_stock: { ko: "옵션재고", en: "option stock" },
  option_price: { ko: "옵션추가금", en: "option price" },
  tax: { ko: "과세구분", en: "tax kind" },
  fee_percent: { ko: "수수료", en: "fee" },
  settlement_days: { ko: "정산일", en: "days until settlement" },
  shipping_fee: { ko: "배송비", en: "delivery fee" },
  kc: { ko: "인증번호", en: "safety number" },
  tags: { ko: "태그", en: "tags" },
  return_fee: { ko: "반품 배송비", en: "return fee" },
  exchange_fee: { ko: "교환 배송비", en: "exchange fee" },
  phone: { ko: "휴대폰 번호", en: "phone number" },
  email: { ko: "이메일", en: "e-mail" },
  code: { ko: "인증번호 여섯 자리", en: "six-digit code" },
  password: { ko: "비밀번호", en: "password" },
  person_name: { ko: "이름", en: "name" },
  role: { ko: "맡은 일", en: "role" },
  year: { ko: "해", en: "year" },
  "market.name": { ko: "시장 이름", en: "name of the market" },
  "market.roadAddress": { ko: "도로명주소", en: "road address" },
  "market.lotAddress": { ko: "지번주소", en: "lot address" },
  "market.latitude": { ko: "좌표", en: "coordinates" },
  "market.homePage": { ko: "홈페이지", en: "home page" },
  "market.phone": { ko: "전화번호", en: "phone number" },
  "market.stalls": { ko: "점포 수", en: "number of stalls" },
  "market.openedYear": { ko: "연 해", en: "opening year" },
  places: { ko: "자리 수", en: "number of places" },
  store: { ko: "가게", en: "store" },
  store_name: { ko: "가게 이름", en: "name of the store" },
  owner_name: { ko: "대표자", en: "owner" },
  store_phone: { ko: "가게 전화", en: "telephone of the store" },
  postcode: { ko: "우편번호", en: "postcode" },
  address: { ko: "주소", en: "address" },
  sheet: { ko: "상품표", en: "product sheet" },
  business_number: { ko: "사업자등록번호", en: "business number" },
  kind: { ko: "가게 종류", en: "kind of store" },
  designation_number: { ko: "지정번호", en: "designation number" },
  designation_from: { ko: "지정받은 날", en: "first day of the designation" },
  designation_to: { ko: "지정이 끝나는 날", en: "last day of the designation" },
  district: { ko: "자치구", en: "district" },
  market: { ko: "시장", en: "market" },
  story: { ko: "가게 이야기", en: "story of the store" },
  hours: { ko: "여는 시간", en: "opening hours" },
  visitable: { ko: "찾아가도 되는지", en: "whether creators may visit" },
  mail_order: { ko: "통신판매업 신고", en: "mail-order registration" },
  business_registration: { ko: "사업자등록증", en: "business registration" },
  hundred_year_certificate: { ko: "백년가게 지정서", en: "certificate of designation" },
  market_certificate: { ko: "시장 점포 확인서", en: "certificate of the market" },
  cooperative_registration: { ko: "협동조합 설립신고확인증", en: "registration of the cooperative" },
  craft_certificate: { ko: "소공인 확인서", en: "craft maker’s certificate" },
  store_photo: { ko: "가게 사진", en: "photo of the store" },
  "mall.naver.importer": { ko: "수입자", en: "importer" },
  mail_order_number: { ko: "통신판매업 신고번호", en: "mail-order number" },
};

/** What a field is called: a sheet's column, `notice.<key>`, `mall.<mall>.<field>` or a form's field; else its own key. */
export function fieldLabel(locale: Locale, field: string): string {
  const [room, ...rest] = field.split(".");
  const key = rest.join(".");
  const label = room === "notice" ? noticeLabels[key.replace(/Text$/, "")] : fieldLabels[field];
  if (room === "mall" && !label) return rest.slice(1).join(".") || field;
  return label ? say(locale, label) : field;
}
