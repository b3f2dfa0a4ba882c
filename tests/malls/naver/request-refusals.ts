import { checked, holdsBack, neverWritten, onlyTheMallKnows, type Refusal } from "../refusals.ts";
import type { InputRefusal } from "./notice-refusals.ts";

/** What it has against who asks for a token; each names the field of the form. */
export const tokenRefusals = {
  "a field of the form left out": {
    at: "{}",
    type: "NotValid",
    ...holdsBack("{} 항목을 입력해 주세요.", "mall.credentials_refused"),
  },
  "another grant": {
    at: "grant_type",
    type: "NotValid",
    ...holdsBack("grant_type 항목이 유효하지 않습니다.", "mall.credentials_refused"),
  },
  "another kind of seller": {
    at: "type",
    type: "NotValid",
    ...holdsBack("type 항목이 유효하지 않습니다.", "mall.credentials_refused"),
  },
  "a signature of another time": {
    at: "timestamp",
    type: "NotValid",
    ...holdsBack("timestamp 항목이 유효하지 않습니다.", "mall.credentials_refused"),
  },
  "a wrong signature": {
    at: "client_secret_sign",
    type: "NotValid",
    ...holdsBack("client_secret_sign 항목이 유효하지 않습니다.", "mall.credentials_refused"),
  },
} satisfies Record<string, InputRefusal>;

/** What it has against pictures that are uploaded. */
export const uploadRefusals = {
  "an upload that is no form": {
    at: "imageFiles",
    type: "NotMultipart",
    ...neverWritten("multipart/form-data 형식이 아닙니다."),
  },
  "an upload without a file": { at: "imageFiles", type: "NotEmpty", ...neverWritten("이미지 파일을 입력해 주세요.") },
  "eleven files": {
    at: "imageFiles",
    type: "SizeMax",
    ...neverWritten("이미지는 최대 10개까지 등록할 수 있습니다."),
  },
  "ten megabytes of files": {
    at: "imageFiles",
    type: "FileSizeMax",
    ...neverWritten("업로드 용량이 10MB를 넘습니다."),
  },
  "a file that is no picture": {
    at: "imageFiles",
    type: "InvalidImageFormat",
    ...neverWritten("JPG, GIF, PNG, BMP 이미지만 등록할 수 있습니다."),
  },
  "a picture of another type than it says": {
    at: "imageFiles",
    type: "InvalidContentType",
    ...neverWritten("이미지 형식과 Content-Type이 다릅니다."),
  },
} satisfies Record<string, InputRefusal>;

const changes = "multiProductUpdateRequestVos";
const options = "optionInfo.optionCombinations[{}]";

/** What it has against a change of the price, the stock or the status alone, and against a search. */
export const changeRefusals = {
  "another status than three": {
    at: "statusType",
    type: "NotValidEnum",
    ...neverWritten("statusType 항목이 유효하지 않습니다."),
  },
  "nothing to change": { at: changes, type: "NotEmpty", ...neverWritten(`${changes} 항목을 입력해 주세요.`) },
  "an unknown kind of change": {
    at: `${changes}[{}].multiUpdateTypes`,
    type: "NotValidEnum",
    ...neverWritten("multiUpdateTypes 항목이 유효하지 않습니다."),
  },
  "another price below 10": {
    at: `${changes}[{}].productSalePrice.salePrice`,
    type: "NumberMin",
    ...checked("판매가는 10원 이상이어야 합니다.", "price.step", { price: 0 }),
  },
  "another price above all": {
    at: `${changes}[{}].productSalePrice.salePrice`,
    type: "NumberMax",
    ...checked("판매가는 999,999,990원 이하여야 합니다.", "price.above_maximum", { price: 1_000_000_000 }),
  },
  "another price between tens": {
    at: `${changes}[{}].productSalePrice.salePrice`,
    type: "NotValid",
    ...checked("판매가는 10원 단위로 입력해 주세요.", "price.step", { price: 18_005 }),
  },
  "another stock out of bounds": {
    at: `${changes}[{}].stockQuantity`,
    type: "NumberMin",
    ...neverWritten("재고수량이 유효하지 않습니다."),
  },
  "a stock of the whole beside options": {
    at: `${changes}[{}].stockQuantity`,
    type: "NotValid",
    ...neverWritten("상품의 재고수량과 조합형옵션 재고수량의 합은 같아야 합니다."),
  },
  "nothing said of the options' stock": {
    at: "optionInfo.useStockManagement",
    type: "NotNull",
    ...neverWritten("옵션 재고 관리 사용 여부를 입력해 주세요."),
  },
  "an option that is not there": {
    at: `${options}.id`,
    type: "NotValid",
    ...onlyTheMallKnows("존재하지 않는 옵션입니다."),
  },
  "an option's stock out of bounds": {
    at: `${options}.stockQuantity`,
    type: "NumberMin",
    ...neverWritten("옵션 재고수량이 유효하지 않습니다."),
  },
  "a page of 501": { at: "size", type: "NumberMax", ...neverWritten("size 항목은 1 이상 500 이하여야 합니다.") },
} satisfies Record<string, InputRefusal>;

/** A status, a code and words for the whole request: the gateway's codes begin with `GW.`. */
export type WholeRefusal = Refusal & { status: number; code: string };

export const wholeRefusals = {
  "an address that is not registered": {
    status: 403,
    code: "GW.IP_NOT_ALLOWED",
    ...holdsBack("허용되지 않은 IP입니다.", "mall.address_not_allowed"),
  },
  /** A missing API group is told with the same code as a bad token. */
  "no token that may do this": {
    status: 401,
    code: "GW.AUTHN",
    ...holdsBack("요청을 보낼 권한이 없습니다.", "mall.credentials_refused"),
  },
  "more than the allowed requests a second": {
    status: 429,
    code: "GW.RATE_LIMIT",
    ...holdsBack("요청이 많아 서비스를 일시적으로 사용할 수 없습니다.", "mall.rate_limited"),
  },
  "a spent quota": {
    status: 429,
    code: "GW.QUOTA_LIMIT",
    ...holdsBack("할당된 호출량을 모두 사용했습니다.", "mall.rate_limited"),
  },
  "no JSON": { status: 400, code: "BAD_REQUEST", ...neverWritten("요청 본문을 읽을 수 없습니다.") },
  "options of a product that has none": {
    status: 400,
    code: "BAD_REQUEST",
    ...onlyTheMallKnows("옵션이 없는 상품입니다."),
  },
  "a product that is not there": { status: 404, code: "NOT_FOUND", ...onlyTheMallKnows("상품이 존재하지 않습니다.") },
  "a category that is not there": {
    status: 404,
    code: "NOT_FOUND",
    ...onlyTheMallKnows("카테고리가 존재하지 않습니다."),
  },
  "a kind of notice that is not there": {
    status: 404,
    code: "NOT_FOUND",
    ...neverWritten("고시 유형이 존재하지 않습니다."),
  },
} satisfies Record<string, WholeRefusal>;
