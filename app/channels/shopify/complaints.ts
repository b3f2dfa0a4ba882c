import { z } from "zod";
import type { IssueCode } from "#app/domain/issue/codes.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";

/** What a mutation has against its input; `code` only where the mall has one. */
export const userErrors = z.array(
  z.object({ field: z.array(z.string()).nullish(), message: z.string(), code: z.string().nullish() }),
);
export type UserError = z.infer<typeof userErrors>[number];

/** The first that fits the field or the code wins. */
const subjects: [RegExp, IssueCode, field: string][] = [
  [/\bfiles?\b|media/i, "mall.picture_refused", "photos"],
  [/price/i, "mall.price_refused", "price"],
  [/category/i, "mall.category_refused", "category"],
  [/title/i, "mall.field_refused", "name"],
  [/inventory|quantity/i, "mall.field_refused", "stock"],
  [/option|variant/i, "mall.field_refused", "options"],
  [/descriptionHtml/i, "mall.field_refused", "description"],
  [/\btags\b/i, "mall.tag_refused", "tags"],
];

export function refusalIssues(errors: readonly UserError[]): Issue[] {
  return errors.map(({ field, message, code }) => {
    const names = (field ?? []).filter((name) => name !== "input");
    const told = `${names.join(" ")} ${code ?? ""}`;
    const [, issueCode, ourField] = subjects.find(([pattern]) => pattern.test(told)) ?? [null, "mall.refused" as const];
    const mallField = names.filter((name) => !/^\d+$/.test(name)).join(".");
    const path = { mall: "shopify", ...(ourField ? { field: ourField } : {}), ...(mallField ? { mallField } : {}) };
    return issue(issueCode, path, { raw: code ? `${message} (${code})` : message });
  });
}

/** Why pictures could not be made ready; never said in a mutation's own errors. */
export function pictureIssues(errors: readonly { code: string; message: string }[]): Issue[] {
  const said = errors.length > 0 ? errors : [{ code: "UNKNOWN", message: "FAILED" }];
  return said.map(({ code, message }) =>
    issue("mall.picture_refused", { mall: "shopify", field: "photos" }, { raw: `${message} (${code})` }),
  );
}
