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
  places: { ko: "자리 수", en: "number of places" },
  store: { ko: "가게", en: "store" },
  store_name: { ko: "가게 이름", en: "name of the store" },
  owner_name: { ko: "대표자", en: "owner" },
  store_phone: { ko: "가게 전화", en: "telephone of the store" },
  postcode: { ko: "우편번호", en: "postcode" },
  address: { ko: "주소", en: "address" },
  sheet: { ko: "상품표", en: "product sheet" },
  business_number: { ko: "사업자등록번호", en: "business number" },
  mail_order_number: { ko: "통신판매업 신고번호", en: "mail-order number" },
};

/** What a field is called: a sheet's column, `notice.<key>`, `mall.<mall>.<field>` or a form's field; else its own key. */
export function fieldLabel(locale: Locale, field: string): string {
  const [room, ...rest] = field.split(".");
  const key = rest.join(".");
  if (room === "mall") return rest.slice(1).join(".") || field;
  const label = room === "notice" ? noticeLabels[key.replace(/Text$/, "")] : fieldLabels[field];
  return label ? say(locale, label) : field;
}
