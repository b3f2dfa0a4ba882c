import type { IssueCode } from "#app/domain/issue/codes.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";

interface InvalidInput {
  name?: string;
  type?: string;
  message?: string;
}

/** Both layers answer so: the gateway without `invalidInputs`, the API server often with them. */
export interface ErrorBody {
  code?: string;
  message?: string;
  invalidInputs?: InvalidInput[] | null;
}

/** First match wins: by the complaint's type, then by the place it names. */
const codesByComplaint: [pattern: RegExp, code: IssueCode, field: string | null][] = [
  [/InvalidImageUrl|originProduct\.images|imageFiles|detailContent/, "mall.picture_refused", "photos"],
  [/NotAuthority\.product\.category|leafCategoryId/, "mall.category_refused", "category"],
  [/sellerTags/, "mall.tag_refused", "tags"],
  [/certification/i, "mall.certificate_refused", "kc"],
  [/productInfoProvidedNotice/, "mall.notice_refused", null],
  [/salePrice/, "mall.price_refused", "price"],
  [/deliveryCompany/, "mall.courier_refused", null],
  [/returnDeliveryFee/, "mall.return_fee_refused", "return_fee"],
  [/exchangeDeliveryFee/, "mall.return_fee_refused", "exchange_fee"],
  [/originProduct\.name$/, "mall.field_refused", "name"],
  [/stockQuantity/, "mall.field_refused", "stock"],
  [/originAreaInfo/, "mall.field_refused", "origin"],
  [/baseFee/, "mall.field_refused", "shipping_fee"],
  [/optionInfo/, "mall.field_refused", "options"],
];

/** Why the mall refused a product; without `invalidInputs` only its message tells. */
export function refusalIssues(body: ErrorBody): Issue[] {
  const inputs = body.invalidInputs ?? [];
  if (inputs.length > 0) return inputs.map(inputIssue);
  return [issue("mall.refused", { mall: "naver" }, { raw: body.message ?? body.code ?? "" })];
}

function inputIssue({ name = "", type = "", message = "" }: InvalidInput): Issue {
  const known =
    codesByComplaint.find(([pattern]) => pattern.test(type)) ??
    codesByComplaint.find(([pattern]) => pattern.test(name));
  const [, code, sheetField] = known ?? [null, "mall.field_refused" as const, null];
  const field = sheetField ?? noticeField(name);
  const path = { mall: "naver", mallField: name, ...(field ? { field } : {}) };
  return issue(code, path, { raw: message || type });
}

/** `…productInfoProvidedNotice.generalFood.weight` is our `notice.weight`. */
function noticeField(name: string): string | null {
  const key = /productInfoProvidedNotice\.\w+\.(\w+)$/.exec(name)?.[1];
  return key ? `notice.${key}` : null;
}
