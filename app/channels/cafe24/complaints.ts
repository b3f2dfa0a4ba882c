import type { IssueCode } from "#app/domain/issue/codes.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";

export interface ErrorBody {
  error?: { code?: number | string; message?: string; more_info?: unknown };
}

/** The first that fits wins; the mall names its own field in the message. */
const subjects: [RegExp, IssueCode, field: string | null][] = [
  [/image/i, "mall.picture_refused", "photos"],
  [/category/i, "mall.category_refused", "category"],
  [/price/i, "mall.price_refused", "price"],
  [/product_name/, "mall.field_refused", "name"],
  [/origin/i, "mall.field_refused", "origin"],
  [/option|variant/i, "mall.field_refused", "options"],
  [/quantity/i, "mall.field_refused", "stock"],
  [/description/i, "mall.field_refused", "description"],
];

export function refusalIssues({ code, message = "" }: NonNullable<ErrorBody["error"]>): Issue[] {
  const [, issueCode, field] = subjects.find(([pattern]) => pattern.test(message)) ?? [null, "mall.refused" as const];
  const mallField = /`?\b(\w+_\w+)\b`?/.exec(message)?.[1];
  const path = { mall: "cafe24", ...(field ? { field } : {}), ...(mallField ? { mallField } : {}) };
  return [issue(issueCode, path, { raw: message || String(code ?? "") })];
}
