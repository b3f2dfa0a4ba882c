import { describe, expect, it, test } from "vitest";
import { mallKeys } from "#app/channels/contract.ts";
import { hintCodes } from "#app/domain/issue/hint-codes.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { mallCodes } from "#app/domain/issue/mall-codes.ts";
import { readinessCodes } from "#app/domain/issue/readiness-codes.ts";
import { checkNotice } from "#app/domain/notice/rules.ts";
import { categories } from "#app/domain/product/categories.ts";
import type { ProductContent } from "#app/domain/product/product-content.ts";
import { findEditField } from "#app/merchant/edit-fields.ts";
import { issueSentences } from "#app/messages/issues.ts";
import { pages } from "#app/routes.ts";
import { inPlainWords, mendingPlaces, onlyTakesTime, whereToMend } from "#app/ui/plain/where-to-mend.ts";
import { readyProduct } from "#tests/malls/ready-product.ts";

const codes = [...readinessCodes, ...mallCodes, ...hintCodes];
const id = "11111111-1111-4111-8111-111111111111";

/** The page's own line of the routes. */
function routeOf(to: string): string | undefined {
  const { pathname } = new URL(to, "http://x");
  const fits = (path: string) => new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}$`).test(pathname);
  return pages.find(({ path }) => path === pathname)?.path ?? pages.find(({ path }) => fits(path))?.path;
}

describe("every issue of a product has one way to be put right", () => {
  it.each(codes)("%s leads to a page that exists, or is somebody else's to do", (code) => {
    const mend = whereToMend(issue(code, { mall: "coupang" }), id);
    if (mend) expect(routeOf(mend.to), mend.to).toBeDefined();
    else expect(["office", "wait"]).toContain(mendingPlaces[code]);
  });

  it.each(codes.filter((code) => mendingPlaces[code] === "office"))("%s says that the office does it", (code) => {
    expect(issueSentences[code].ko).toContain("사무국");
  });

  test("a refused notice leads to its part of the form, and to its field where that is known", () => {
    expect(whereToMend(issue("mall.notice_refused"), id)?.to).toBe(`/merchant/products/${id}/edit?open=notice#notice`);
    expect(whereToMend(issue("mall.notice_refused", { field: "notice.size" }), id)?.to).toBe(
      `/merchant/products/${id}/edit?field=notice.size`,
    );
  });

  test("a merchant reads what a mall's people say, and not what its machine says while it is down or shuts us out", () => {
    const told = (code: Parameters<typeof issue>[0]) => inPlainWords(issue(code, {}, { raw: "ENOTFOUND" })).raw;
    for (const code of ["mall.unavailable", "mall.credentials_refused", "own_shop.access_refused"] as const) {
      expect(told(code), code).toBeUndefined();
    }
    expect(told("mall.picture_refused")).toBe("ENOTFOUND");
    expect(onlyTakesTime(issue("mall.unavailable"))).toBe(true);
    expect(onlyTakesTime(issue("mall.picture_refused"))).toBe(false);
  });

  test("no mall is without a form for what only it asks", () => {
    for (const mall of mallKeys) {
      const mend = whereToMend(issue("mall_field.missing", { mall, field: `mall.${mall}.수량` }), id);
      expect(mend?.to).toBe(`/merchant/products/${id}/malls/${mall}`);
    }
  });

  it.each(categories)("every field that $nameKo's notice may lack is in the form", ({ key }) => {
    const { store: _store, stock: _stock, ...facts } = readyProduct({ categoryKey: key, notice: {}, kcNumber: "1" });
    const content: ProductContent = { ...facts, photos: null };
    const lacking = checkNotice(key, {});
    for (const one of lacking) {
      const { searchParams } = new URL(whereToMend(one, id)?.to ?? "", "http://x");
      expect(findEditField(content, searchParams.get("field") ?? ""), one.path.field).toBeDefined();
    }
  });

  it.each(["name", "price", "description", "origin", "shipping_fee", "tags", "kc"])("the form has %s", (field) => {
    const { store: _store, stock: _stock, ...facts } = readyProduct({ kcNumber: "HU07123-12345", description: "" });
    expect(findEditField({ ...facts, photos: null }, field)?.key).toBe(field);
  });
});
