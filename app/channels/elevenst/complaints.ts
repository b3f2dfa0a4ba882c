import type { IssueCode } from "#app/domain/issue/codes.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";

/** The first that fits wins. The mall answers with one sentence and names no field. */
const subjects: [RegExp, IssueCode, field: string | null][] = [
  [/고시|ProductNotification/, "mall.notice_refused", null],
  [/이미지|사진/, "mall.picture_refused", "photos"],
  [/카테고리/, "mall.category_refused", "category"],
  [/인증/, "mall.certificate_refused", "kc"],
  [/반품|교환/, "mall.return_fee_refused", "return_fee"],
  [/판매가/, "mall.price_refused", "price"],
  [/상품명/, "mall.field_refused", "name"],
  [/재고|수량/, "mall.field_refused", "stock"],
  [/원산지/, "mall.field_refused", "origin"],
  [/옵션/, "mall.field_refused", "options"],
  [/배송비|출고지|반품지/, "mall.field_refused", null],
];

export function complaintIssues(message: string): Issue[] {
  const [, code, field] = subjects.find(([pattern]) => pattern.test(message)) ?? [null, "mall.refused" as const, null];
  return [issue(code, { mall: "elevenst", ...(field ? { field } : {}) }, { raw: message })];
}
