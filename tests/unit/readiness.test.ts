import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MallKey } from "#app/channels/contract.ts";
import { malls } from "#app/channels/registry.ts";
import { hasErrors, issue } from "#app/domain/issue/issue.ts";
import { categories } from "#app/domain/product/categories.ts";
import { partIssues } from "#app/domain/product/common-issues.ts";
import { isReadyAnywhere, type MallRules, readinessForMalls } from "#app/domain/product/readiness.ts";
import { readyProduct } from "#tests/malls/ready-product.ts";

const mall = (key: string, over: Partial<MallRules> = {}): MallRules => ({
  key,
  check: () => [],
  bindings: new Map(),
  ...over,
});
const refuses = { check: () => [issue("photo.none", { field: "photos" })] };
const grumbles = { check: () => [issue("tags.unusable", { field: "tags" }, { severity: "warning" })] };

test("what several malls say alike stands once and of no mall; what one says stays with it, and nothing is lost", () => {
  const small = issue("photo.none", { field: "photos" });
  const further = issue("mall_field.missing", { field: "mall.b.importer", mallField: "importer" });
  const limit = (maximum: number) => issue("name.too_long", { field: "name" }, { params: { maximum, actual: 120 } });
  const found = readinessForMalls(readyProduct(), [
    mall("a", { check: () => [small, limit(50)] }),
    mall("b", { check: () => [further, small, limit(100)] }),
    mall("c"),
  ]);
  const { common, own } = partIssues(found);
  expect(common).toEqual([small]);
  expect(own.map(({ verdict }) => verdict)).toEqual(["failing", "failing", "ready"]);
  expect(own.map(({ issues }) => issues.map(({ code, path }) => [code, path.mall]))).toEqual([
    [["name.too_long", "a"]],
    [
      ["mall_field.missing", "b"],
      ["name.too_long", "b"],
    ],
    [],
  ]);
});

describe("a mall's verdict", () => {
  test("is failing with an error, ready with warnings only, and names its mall in every issue", () => {
    const found = readinessForMalls(readyProduct(), [mall("a"), mall("b", refuses), mall("c", grumbles)]);
    expect(found.map(({ verdict }) => verdict)).toEqual(["ready", "failing", "ready"]);
    expect(found.flatMap(({ issues }) => issues.map(({ path }) => path.mall))).toEqual(["b", "c"]);
  });

  test("a mall that takes none of the category is neither ready nor failing, whatever it would say", () => {
    const bindings = new Map([["GENERAL_FOOD", { categoryCode: null, notOffered: true }]]);
    const none = [mall("a", { ...refuses, bindings }), mall("b", { bindings })];
    const found = readinessForMalls(readyProduct(), none);
    expect(found).toEqual([
      { mall: "a", verdict: "not_offered", issues: [] },
      { mall: "b", verdict: "not_offered", issues: [] },
    ]);
    expect(isReadyAnywhere(found)).toBe(false);
    const other = readinessForMalls(readyProduct({ categoryKey: "WEAR" }), none);
    expect(other.map(({ verdict }) => verdict)).toEqual(["failing", "ready"]);
  });

  test("of every real mall and category is failing exactly when something is an error", () => {
    const offered = fc.record({
      category: fc.constantFrom(...categories),
      notOffered: fc.boolean(),
      coded: fc.boolean(),
    });
    fc.assert(
      fc.property(offered, fc.boolean(), ({ category, notOffered, coded }, photos) => {
        const product = readyProduct({ categoryKey: category.key, ...(photos ? {} : { photos: [] }) });
        const bindings = new Map([[category.key, { categoryCode: coded ? "1" : null, notOffered }]]);
        const rules = Object.values(malls).map(({ key, check }) => ({ key, check, bindings }));
        for (const { mall, verdict, issues } of readinessForMalls(product, rules)) {
          const own = malls[mall as MallKey].check(product, bindings.get(category.key) ?? { categoryCode: null });
          const lacksCategory = own.some(({ code }) => code === "category.not_offered");
          if (notOffered || lacksCategory) expect([verdict, issues]).toEqual(["not_offered", []]);
          else expect(verdict).toBe(hasErrors(issues) ? "failing" : "ready");
        }
      }),
    );
  });
});
