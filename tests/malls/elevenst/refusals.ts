import { HttpResponse } from "msw";
import { optionVariants, readyProduct, readyStore } from "../ready-product.ts";
import {
  type Broken,
  checked,
  holdsBack,
  neverWritten,
  onlyTheMallKnows,
  type Refusal,
  sentenceOf,
} from "../refusals.ts";
import { authMessage, clientMessage } from "./euc-kr-xml.ts";

const pricedOptions = (...deltas: number[]) =>
  optionVariants.map((one, at) => ({ ...one, priceDelta: deltas[at] ?? 0 }));
const [photo] = readyProduct().photos;
const smallPhoto = { ...photo, width: 599, height: 800 } as NonNullable<typeof photo>;

/** What it has against a product's XML, all under code 500. */
const productRefusals = {
  "another way of selling": neverWritten("판매방식 코드가 올바르지 않습니다."),
  "a category that is no leaf": onlyTheMallKnows("카테고리 번호가 올바르지 않거나 최하위 카테고리가 아닙니다."),
  "another kind of product": neverWritten("상품타입 코드가 올바르지 않습니다."),
  "no name": neverWritten("상품명을 입력해 주십시오."),
  "a name of more than 100 bytes": checked("상품명은 100Byte까지 입력 가능합니다.", "name.too_many_bytes", {
    name: "가".repeat(51),
  }),
  "no brand": neverWritten("브랜드를 입력해 주십시오."),
  "an unknown kind of raw material": neverWritten("원재료 유형 코드가 올바르지 않습니다."),
  "processed food without its raw material": neverWritten("원재료 정보를 입력해 주십시오."),
  "an unknown origin": neverWritten("원산지 코드가 올바르지 않습니다."),
  "a foreign origin without its region": neverWritten("원산지 상세지역을 선택해 주십시오."),
  "another origin without its words": neverWritten("원산지명을 입력해 주십시오."),
  "an unknown beef trace": neverWritten("축산물 이력번호 코드가 올바르지 않습니다."),
  "a seller's code of 51 characters": neverWritten("판매자 상품코드는 50자까지 입력 가능합니다."),
  "an unknown tax": neverWritten("부가세 코드가 올바르지 않습니다."),
  "goods bought abroad": neverWritten("해외구매대행 카테고리가 아닙니다."),
  "an unknown condition": neverWritten("상품상태 코드가 올바르지 않습니다."),
  "nothing said of minors": neverWritten("미성년자 구매가능 여부를 입력해 주십시오."),
  "no main picture": checked("대표이미지를 입력해 주십시오.", "photo.none", { photos: [] }),
  "a picture's address without https": neverWritten("이미지 URL이 올바르지 않습니다. ({})"),
  "no detail page": neverWritten("상품상세설명을 입력해 주십시오."),
  "a picture in the detail page that will not last": neverWritten(
    "상품상세설명의 이미지 주소가 올바르지 않습니다. ({})",
  ),
  "no words on repairs": neverWritten("A/S 안내를 입력해 주십시오."),
  "no words on returns": neverWritten("반품/교환 안내를 입력해 주십시오."),
  "a group of certificates left out": neverWritten("인증정보그룹({})의 KC인증대상여부를 입력해 주십시오."),
  "no certificate where one is due": neverWritten("인증정보를 입력해 주십시오."),
  "a certificate of no known kind": checked("인증유형 또는 인증번호가 올바르지 않습니다.", "mall_field.not_offered", {
    categoryKey: "BIOCHEMISTRY",
    kcNumber: "CB1",
    mallFields: { elevenst: { 인증종류번호: "1" } },
  }),
  "another length of the sale": neverWritten("판매기간코드가 올바르지 않습니다."),
  "no start of the sale": neverWritten("판매 시작일을 입력해 주십시오."),
  "an end that is not three years less a day": neverWritten("판매 종료일이 판매기간과 일치하지 않습니다."),
  "a price out of bounds": checked("판매가는 10원 이상 10억원 미만으로 입력해 주십시오.", "price.step", { price: 0 }),
  "a price between tens": checked("판매가는 10원 단위로 입력해 주십시오.", "price.step", { price: 18_005 }),
  "no stock": checked("재고수량은 1개 이상 입력해 주십시오.", "stock.none", {
    stock: 0,
    variants: [{ key: "", options: [], priceDelta: 0, stock: 0 }],
  }),
  "options on two axes": neverWritten("옵션 설정이 올바르지 않습니다."),
  "a name of options of more than 40 bytes": checked("옵션명은 40Byte까지 입력 가능합니다.", "mall_field.too_long", {
    variants: [{ key: "빨강", options: [{ name: "가".repeat(21), value: "빨강" }], priceDelta: 0, stock: 1 }],
  }),
  "an option's price too far from the base": checked(
    "옵션가는 판매가의 -50%~+100% 범위에서 입력해 주십시오.",
    "options.price_too_far",
    { variants: pricedOptions(18_010, 0, 0, 0) },
  ),
  "an option's price between tens": checked("옵션가는 10원 단위로 입력해 주십시오.", "price.step", {
    variants: pricedOptions(0, 5, 10, 15),
  }),
  "no option at the base price": checked(
    "옵션가가 0원인 옵션이 반드시 1개 이상 있어야 합니다.",
    "options.no_base_price",
    { variants: pricedOptions(500, 500, 500, 500) },
  ),
  "the same option twice": neverWritten("옵션값이 없거나 중복되었습니다."),
  "an option on offer without stock": neverWritten("옵션 재고수량은 1개 이상 입력해 주십시오."),
  "an unknown way of delivery": neverWritten("배송가능지역 또는 배송방법이 올바르지 않습니다."),
  "an unknown kind of delivery fee": neverWritten("배송비 종류가 올바르지 않습니다."),
  "no delivery fee": neverWritten("배송비를 입력해 주십시오."),
  "nothing said of parcels together": neverWritten("묶음배송 여부를 입력해 주십시오."),
  "an unknown way of paying for delivery": neverWritten("배송비 결제방법이 올바르지 않습니다."),
  "an unknown shipping address": onlyTheMallKnows("출고지 주소가 올바르지 않습니다."),
  "an unknown return address": onlyTheMallKnows("반품지 주소가 올바르지 않습니다."),
  "no fees for returns": checked("반품 배송비와 교환 배송비를 입력해 주십시오.", "store.return_terms_missing", {
    store: { ...readyStore, returnFee: null },
  }),
  "a notice of no known type": checked("상품정보제공고시 유형코드가 올바르지 않습니다.", "category.not_offered", {
    categoryKey: "FOOD",
  }),
  "a notice with an item missing": neverWritten("상품정보제공고시 항목의 개수가 일치하지 않습니다."),
  "a notice with an empty item": neverWritten("상품정보제공고시 항목({})의 값을 입력해 주십시오."),
  "a notice with 51 characters in an item": checked(
    "상품정보제공고시 항목({})은 50자까지 입력 가능합니다.",
    "notice.told_in_detail",
    {
      notice: { ...readyProduct().notice, productName: "가".repeat(51) },
    },
  ),
} satisfies Record<string, Refusal>;

export type ProductRule = keyof typeof productRefusals;

/** What it has against a request, with its code. */
const requestRefusals = {
  "a picture that can't be fetched": { code: "500", ...onlyTheMallKnows("이미지를 다운로드할 수 없습니다. ({})") },
  "a picture of another format": { code: "500", ...neverWritten("이미지는 jpg, jpeg, png, webp 만 등록 가능합니다.") },
  "a picture below 600 pixels": {
    code: "500",
    ...checked("이미지는 600x600 이상 등록 가능합니다.", "photo.below_minimum", { photos: [smallPhoto] }),
  },
  "a picture above 3 megabytes": { code: "500", ...neverWritten("이미지 용량은 3MB까지 등록 가능합니다.") },
  "letters outside KS X 1001": {
    code: "500",
    ...checked("EUC-KR 에 없는 문자가 있습니다.", "name.forbidden_characters", { name: "똠방각하" }),
  },
  "no XML": { code: "500", ...neverWritten("XML 형식이 올바르지 않습니다.") },
  "a list of 501": { code: "500", ...neverWritten("한 번에 500개까지 조회할 수 있습니다.") },
  "another price out of bounds": {
    code: "500",
    ...checked("판매가는 10원 단위로 10원 이상 입력해 주세요.", "price.step", { price: 5 }),
  },
  "a price that jumps": { code: "500", ...onlyTheMallKnows("판매가는 1회에 +50% ~ -80% 까지 변경 가능합니다.") },
  "putting up what was banned": {
    code: "500",
    ...onlyTheMallKnows("판매중지 상태의 상품만 판매중지 해제가 가능합니다."),
  },
  "the daily number of creates": {
    code: "400",
    ...holdsBack("1일 상품등록 가능 개수({}개)를 초과하였습니다.", "mall.quota_spent"),
  },
  "a product that is not there": { code: "404", ...onlyTheMallKnows("해당 상품이 존재하지 않습니다.") },
  "an unknown path or method": {
    code: "-997",
    ...holdsBack("등록되지 않은 API 정보입니다.", "mall.credentials_refused"),
  },
} satisfies Record<string, Refusal & { code: string }>;

/** What it tells a stranger, in an `AuthMessage`. */
const keyRefusals = {
  "no key": { code: "100", ...holdsBack("openapikey가 없습니다.", "mall.credentials_refused") },
  "an unknown key": { code: "200", ...holdsBack("등록되지 않은 openapikey 입니다.", "mall.credentials_refused") },
} satisfies Record<string, Refusal & { code: string }>;

/** Before it reads anything: a status and nothing else. */
const typeRefusals = {
  "another type than XML in EUC-KR": { status: 415, ...holdsBack("", "mall.unavailable") },
} satisfies Record<string, Refusal & { status: number }>;

/** All that the mall refuses with, mostly under HTTP 200. */
export const elevenstRefusals = { ...productRefusals, ...requestRefusals, ...keyRefusals, ...typeRefusals };
export type ElevenstRule = keyof typeof elevenstRefusals;

export function refuse(...[rule, ...about]: Broken<ElevenstRule>): Response {
  const refusal: Refusal & { code?: string; status?: number } = elevenstRefusals[rule];
  const { code = "500", status } = refusal;
  if (status !== undefined) return new HttpResponse(null, { status });
  return (rule in keyRefusals ? authMessage : clientMessage)(code, sentenceOf(refusal, about));
}
