import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { malls } from "#app/channels/registry.ts";
import { hasErrors, issue } from "#app/domain/issue/issue.ts";
import { categories } from "#app/domain/product/categories.ts";
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
        for (const { verdict, issues } of readinessForMalls(product, rules)) {
          if (notOffered) expect([verdict, issues]).toEqual(["not_offered", []]);
          else expect(verdict).toBe(hasErrors(issues) ? "failing" : "ready");
        }
      }),
    );
  });
});
