import { HttpResponse } from "msw";
import { readyProduct } from "../ready-product.ts";
import {
  askedBefore,
  checked,
  holdsBack,
  neverWritten,
  onlyTheMallKnows,
  type Refusal,
  sentenceOf,
} from "../refusals.ts";

const optionsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    key: `${at}`,
    options: [{ name: "번호", value: `${at}` }],
    priceDelta: 0,
    stock: 1,
  }));
const wordyOption = (name: string, value: string) => ({
  key: value,
  options: [{ name, value }],
  priceDelta: 0,
  stock: 1,
});
const sixLong = Array.from({ length: 6 }, (_, at) => ({ name: `이름${at}`, value: "가".repeat(30) }));
const longOption = {
  key: sixLong.map(({ value }) => value).join("/"),
  options: sixLong,
  priceDelta: 0,
  stock: 1,
};
const [photo] = readyProduct().photos;
const smallPhoto = { ...photo, width: 499, height: 2_000 } as NonNullable<typeof photo>;

/** What it has against a body: under HTTP 200, and several of them in one message. */
const bodyRefusals = {
  "a category that is no leaf": onlyTheMallKnows("노출카테고리코드가 올바르지 않거나 최하위 카테고리가 아닙니다."),
  "another seller in the body": onlyTheMallKnows("판매자 ID가 올바르지 않습니다."),
  "an unknown user of Wing": onlyTheMallKnows("실사용자 아이디(쿠팡 Wing ID)를 확인해 주세요."),
  "a registered name of 101 characters": checked("등록상품명은 1자 이상 100자 이하로 입력해 주세요.", "name.too_long", {
    name: "가".repeat(101),
  }),
  "a shown name of 101 characters": checked("노출상품명은 1자 이상 100자 이하로 입력해 주세요.", "name.too_long", {
    name: "가".repeat(101),
  }),
  "a sale that ends after 2099": neverWritten("판매종료일시는 2099년까지 입력할 수 있습니다."),
  "a brand without its number": neverWritten("브랜드명에는 브랜드 ID가 필요합니다."),
  "free delivery with an amount": neverWritten("무료배송을 위한 조건 금액은 0원이어야 합니다."),
  "no amount from which delivery is free": neverWritten("무료배송을 위한 조건 금액을 입력해 주세요."),
  "such an amount between hundreds": neverWritten("무료배송을 위한 조건 금액은 100원 단위로 입력해 주세요."),
  "parcels together and paid at the door": neverWritten("착불배송은 묶음배송을 선택할 수 없습니다."),
  "distant areas without fees": neverWritten("도서산간 배송비가 등록되지 않은 출고지입니다."),
  "an unknown shipping place": onlyTheMallKnows("출고지 주소코드를 확인해 주세요."),
  "an unknown return centre": onlyTheMallKnows("반품지센터코드가 올바르지 않습니다."),
  "no options, or 201": checked("옵션은 1개 이상 200개 이하로 등록할 수 있습니다.", "options.too_many", {
    variants: optionsOf(201),
  }),
  "the same name of two options": neverWritten("옵션명이 중복되었습니다."),
  "the same purchase options twice": neverWritten("구매옵션의 모든 값이 중복되어 등록할 수 없습니다."),
  "an option's name of 151 characters": checked("옵션명은 150자 이하로 입력해 주세요.", "mall_field.too_long", {
    variants: [longOption],
  }),
  "a price between tens": checked("판매가격은 10원 단위로 입력해 주세요.", "price.step", { price: 18_005 }),
  "a reference price below the price": neverWritten("할인율기준가격은 판매가격보다 낮을 수 없습니다."),
  "a stock of 100,000": neverWritten("판매가능수량은 99,999개 이하로 입력해 주세요."),
  "neither barcode nor model": neverWritten("바코드 또는 모델번호(옵션 정보)를 입력해 주세요."),
  "no barcode and no reason": neverWritten("바코드가 없는 옵션은 사유를 100자 이하로 입력해 주세요."),
  "701 characters on the condition": neverWritten("상품상태 설명은 700자 이하로 입력해 주세요."),
  "used goods where only new ones go": neverWritten("이 카테고리에서 허용되지 않는 상품상태입니다."),
  "no detail page": neverWritten("상품 상세설명을 입력해 주세요."),
  "21 search words": neverWritten("검색어는 최대 20개까지 입력할 수 있습니다."),
  "a search word with a stray character": checked(
    "검색어 '{}'에 사용할 수 없는 문자가 있거나 20자를 초과했습니다.",
    "tags.unusable",
    { tags: ["café"] },
  ),
  "no main picture": checked("대표이미지는 1개를 등록해야 합니다.", "photo.none", { photos: [] }),
  "ten further pictures": neverWritten("기타이미지는 최대 9개까지 등록할 수 있습니다."),
  "a picture without an address": neverWritten("이미지 경로를 입력해 주세요."),
  "no notice": neverWritten("고시정보를 확인해 주세요."),
  "two groups of notices": neverWritten("고시정보: #/notices: 2 subschemas matched instead of one"),
  "a group of notices of another category": neverWritten("상품고시정보 '{}'은(는) 이 카테고리에서 사용할 수 없습니다."),
  "a notice that the group does not have": neverWritten("고시정보 항목 '{}'이(가) 올바르지 않습니다."),
  "a notice of the group left out": checked("필수 고시정보 '{}'을(를) 입력해 주세요.", "notice.missing", {
    notice: {},
  }),
  "a notice of 201 characters": checked("고시정보 '{}'은(는) 200자를 초과할 수 없습니다.", "notice.too_long", {
    notice: { ...readyProduct().notice, ingredients: "가".repeat(201) },
  }),
  "none of several alternatives": askedBefore("필수 구매옵션 '{}'이(가) 없습니다."),
  "a purchase option's name of 26 characters": checked(
    "옵션 타입명 '{}'은(는) 25자를 초과할 수 없습니다.",
    "mall_field.too_long",
    { variants: [wordyOption("나".repeat(26), "빨강")] },
  ),
  "a purchase option of 31 characters": checked(
    "구매옵션 '{}'의 값은 30자를 초과할 수 없습니다.",
    "mall_field.too_long",
    { variants: [wordyOption("색상", "다".repeat(31))] },
  ),
  "a purchase option with another unit": askedBefore(
    "구매옵션 '{}'의 값 또는 단위가 유효하지 않습니다. 사용 가능한 단위: {}",
  ),
  "a purchase option that is not on offer": askedBefore("구매옵션 '{}'에 선택할 수 없는 값입니다."),
  "a certificate that the category does not have": neverWritten("인증정보 '{}'은(는) 이 카테고리에 없습니다."),
  "a certificate without its number": neverWritten("인증번호를 입력해 주세요."),
  "no certificate where one is due": checked("필수 인증정보를 입력해 주세요.", "kc.missing", { categoryKey: "KIDS" }),
} satisfies Record<string, Refusal>;

/** What only the review finds, hours after the create was taken. */
export const coupangReviewRefusals = {
  "a picture without an address that can be fetched": neverWritten("이미지 주소가 올바르지 않습니다: {}"),
  "a picture that can't be fetched": onlyTheMallKnows("이미지를 내려받을 수 없습니다({}): {}"),
  "a picture of another format": neverWritten("이미지는 JPG, PNG 형식만 등록할 수 있습니다: {}"),
  "a picture above 10 megabytes": neverWritten("이미지 용량은 10MB를 초과할 수 없습니다: {}"),
  "a picture below 500 pixels": checked(
    "이미지 크기는 최소 500x500px, 최대 5000x5000px이어야 합니다({}x{}).",
    "photo.below_minimum",
    { photos: [smallPhoto] },
  ),
  "a picture that is not square": neverWritten("대표이미지와 기타이미지는 정사각형이어야 합니다({}x{})."),
  "a picture that breaks off": onlyTheMallKnows("이미지를 내려받을 수 없습니다: {}"),
  "a courier who does not come to the shipping place": onlyTheMallKnows(
    "선택한 출고지에 등록되지 않은 택배사입니다({}).",
  ),
  "a return fee beyond 100–150 % of the first": neverWritten(
    "무료배송 상품의 반품배송비는 초도배송비의 100%~150% 사이여야 합니다.",
  ),
  "fees above the price": checked(
    "초도배송비와 반품배송비의 합은 판매가를 초과할 수 없습니다.",
    "shipping_fee.too_high",
    { shippingFee: 18_010 },
  ),
  "a document without a path": neverWritten("필수 서류의 경로가 비어 있습니다."),
} satisfies Record<string, Refusal>;

/** What it has against a request, and under which status. */
const requestRefusals = {
  "an update under review": { status: 200, ...onlyTheMallKnows("심사중인 상품은 수정할 수 없습니다.") },
  "an update of what was deleted": { status: 200, ...onlyTheMallKnows("삭제된 상품입니다.") },
  "an approved option left out": { status: 200, ...onlyTheMallKnows("승인된 옵션 '{}'은(는) 삭제할 수 없습니다.") },
  "another condition than before": { status: 200, ...neverWritten("상품상태(옵션)는 변경할 수 없습니다.") },
  "approval of what is no draft": {
    status: 400,
    ...onlyTheMallKnows("임시저장 상태의 상품만 승인 요청할 수 있습니다."),
  },
  "a deletion under review": { status: 400, ...onlyTheMallKnows("심사중인 상품은 삭제할 수 없습니다.") },
  "a second deletion": { status: 400, ...onlyTheMallKnows("이미 삭제된 상품입니다.") },
  "a deletion of what is on sale": {
    status: 400,
    ...onlyTheMallKnows("판매중지 되지 않은 옵션이 있어 삭제할 수 없습니다."),
  },
  "an option that is not there": { status: 400, ...onlyTheMallKnows("옵션({})이 존재하지 않습니다.") },
  "a value that is no number": { status: 400, ...neverWritten("요청 값이 올바르지 않습니다.") },
  "an unknown request": { status: 400, ...neverWritten("지원하지 않는 요청입니다.") },
  "another price between tens": {
    status: 400,
    ...checked("판매가격은 10원 단위로 입력해 주세요.", "price.step", { price: 18_005 }),
  },
  "another price above its reference": {
    status: 400,
    ...onlyTheMallKnows("할인율기준가격은 판매가격보다 낮을 수 없습니다."),
  },
  "a price that jumps": {
    status: 400,
    ...onlyTheMallKnows("판매가격은 기존 가격의 -50%~+100% 범위에서 변경할 수 있습니다."),
  },
  "a list of another seller": {
    status: 400,
    ...holdsBack("업체코드를 확인해 주세요.", "mall.credentials_refused"),
  },
  "a page of 101": { status: 400, ...neverWritten("maxPerPage는 100 이하로 입력해 주세요.") },
  "metadata of an unknown category": { status: 400, ...onlyTheMallKnows("존재하지 않는 카테고리입니다.") },
  "a name left out": { status: 400, ...neverWritten('java.lang.NullPointerException: "{}" is null') },
  "a product that is not there": { status: 400, ...onlyTheMallKnows("등록상품({})이 존재하지 않습니다.") },
  "a product still being registered": {
    status: 400,
    ...onlyTheMallKnows("등록상품({})은 등록 중입니다. 잠시 후 다시 조회해 주세요."),
  },
  "another seller in the header": {
    status: 400,
    ...holdsBack("X-Requested-By 헤더의 업체코드를 확인해 주세요.", "mall.credentials_refused"),
  },
  "no signature": {
    status: 401,
    ...holdsBack("Invalid authorization header format.", "mall.credentials_refused"),
  },
  "an unknown key": { status: 401, ...holdsBack("Unknown access key.", "mall.credentials_refused") },
  "a signature of another time": {
    status: 401,
    ...holdsBack("Specified signature is expired.", "mall.credentials_refused"),
  },
  "a wrong signature": { status: 401, ...holdsBack("Invalid signature.", "mall.credentials_refused") },
  "an address that is not registered": {
    status: 403,
    ...holdsBack("Your ip address 203.0.113.7 is not allowed for this request.", "mall.address_not_allowed"),
  },
  "a caller who is shut out": { status: 403, ...holdsBack("Access Denied", "mall.rate_limited") },
  "an unknown path": { status: 404, ...neverWritten("No such API") },
  "more than the allowed requests a second": { status: 429, ...holdsBack("Too many requests", "mall.rate_limited") },
} satisfies Record<string, Refusal & { status: number }>;

/** All that the mall answers a request with when it refuses. */
export const coupangRefusals = { ...bodyRefusals, ...requestRefusals };
export type BodyRule = keyof typeof bodyRefusals;
export type RequestRule = keyof typeof requestRefusals;
export type ReviewRule = keyof typeof coupangReviewRefusals;

declare const ofARule: unique symbol;
/** What the mall says against a body or at a review; there are no other words. */
export type Complaint = string & { [ofARule]: true };

export function complaint(rule: BodyRule | ReviewRule, ...about: unknown[]): Complaint {
  return sentenceOf({ ...bodyRefusals, ...coupangReviewRefusals }[rule], about) as Complaint;
}

/** Nothing was created. */
export function refuseBody(complaints: readonly Complaint[]): Response {
  return answer(200, complaints.join("|"));
}

export function refuse(rule: RequestRule, ...about: unknown[]): Response {
  if (rule === "a caller who is shut out") return shutOut(requestRefusals[rule]);
  return answer(requestRefusals[rule].status, sentenceOf(requestRefusals[rule], about));
}

/** Any of them, as the mall gives it. */
export function refuseByName(rule: string): Response {
  return rule in requestRefusals ? refuse(rule as RequestRule) : refuseBody([complaint(rule as BodyRule)]);
}

/** Of a fault, which is nobody's rule. */
export function trouble(status: 400 | 500): Response {
  return answer(status, status === 400 ? "TEMP_FAILURE: 일시적인 오류입니다." : "Internal Server Error");
}

/** By what stands before the API, which knows nothing of its shape. */
function shutOut({ status, says }: Refusal & { status: number }): Response {
  return HttpResponse.html(`<html><body><h1>${says}</h1></body></html>`, { status });
}

function answer(status: number, message: string): Response {
  // The gateway has no more to say than that.
  const rest = status === 200 || status === 400 ? { data: null, details: null, errorItems: null } : {};
  return HttpResponse.json({ code: "ERROR", message, ...rest }, { status });
}
