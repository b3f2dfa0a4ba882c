import type { IssueCode } from "#app/domain/issue/codes.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";

/** The first that fits wins: a picture's complaint may also speak of sizes, a courier's of fees. */
const subjects: [RegExp, IssueCode][] = [
  [/고시/, "mall.notice_refused"],
  [/이미지.*(크기|사이즈|px|픽셀|\d+\s*[xX×*]\s*\d+)/i, "mall.picture_too_small"],
  [/이미지|사진/, "mall.picture_refused"],
  [/택배사/, "mall.courier_refused"],
  [/반품.*(비|금액)|초도/, "mall.return_fee_refused"],
  [/검색어|태그/, "mall.tag_refused"],
  [/인증/, "mall.certificate_refused"],
  [/카테고리/, "mall.category_refused"],
  [/무료배송|배송비|옵션|속성|단위|서류|출고지|반품지/, "mall.field_refused"],
  [/판매가|가격/, "mall.price_refused"],
];

/** Coupang joins several complaints with `|` in one message; each becomes an issue which keeps the mall's words. */
export function complaintsToIssues(message: string): Issue[] {
  const complaints = message
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (complaints.length === 0) return [issue("mall.refused", { mall: "coupang" })];
  return complaints.map((raw) => {
    const code = subjects.find(([pattern]) => pattern.test(raw))?.[1] ?? "mall.refused";
    const mallField = /[[']([^\]']{1,40})[\]']/.exec(raw)?.[1];
    return issue(code, mallField === undefined ? { mall: "coupang" } : { mall: "coupang", mallField }, { raw });
  });
}
