import type { IssueCode } from "#app/domain/issue/codes.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";

const subjects: Record<string, [code: IssueCode, field: string]> = {
  name: ["mall.field_refused", "name"],
  category: ["mall.category_refused", "category"],
  price: ["mall.price_refused", "price"],
  pictures: ["mall.picture_refused", "photos"],
  stock: ["mall.field_refused", "stock"],
};

export function complaintIssue({ field = "", message }: { field?: string; message: string }): Issue {
  const [code, ours] = subjects[field] ?? (["mall.refused"] as const);
  return issue(code, { mall: "corner", ...(ours ? { field: ours } : {}), mallField: field }, { raw: message });
}
