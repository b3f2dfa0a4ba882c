import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkForNaver } from "#app/channels/naver/check.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import { sandboxNaverCategories } from "#tests/malls/naver/index.ts";
import { optionVariants, readyProduct, readyStore } from "#tests/malls/ready-product.ts";

const binding = { categoryCode: sandboxNaverCategories.GENERAL_FOOD ?? null };
const codes = (overrides: Partial<ProductFacts>) =>
  checkForNaver(readyProduct(overrides), binding).map(({ code }) => code);
const photo = readyProduct().photos[0];

describe("What Naver would refuse", () => {
  it("finds nothing in a ready product, with or without options", () => {
    expect(codes({})).toEqual([]);
    expect(codes({ variants: optionVariants })).toEqual([]);
  });

  const failures: [why: string, overrides: Partial<ProductFacts>, code: string, field: string][] = [
    ["a long name", { name: "참".repeat(51) }, "name.too_long", "name"],
    ["a sign the mall does not take", { name: "참기름 *특가*" }, "name.forbidden_characters", "name"],
    ["a price above the limit", { price: 1_000_000_000 }, "price.above_maximum", "price"],
    ["a price between the steps", { price: 18_005 }, "price.step", "price"],
    ["no stock", { stock: 0 }, "stock.none", "stock"],
    ["no photo", { photos: [] }, "photo.none", "photos"],
    ["a small photo", { photos: photo ? [{ ...photo, height: 599 }] : [] }, "photo.below_minimum", "photos"],
    ["dear delivery", { shippingFee: 100_001 }, "shipping_fee.too_high", "shipping_fee"],
    ["no return terms", { store: { ...readyStore, returnFee: null } }, "store.return_terms_missing", "return_fee"],
    [
      "no exchange terms",
      { store: { ...readyStore, exchangeFee: null } },
      "store.return_terms_missing",
      "exchange_fee",
    ],
    ["a dear exchange", { store: { ...readyStore, exchangeFee: 1_000_001 } }, "return_fee.too_high", "exchange_fee"],
    [
      "imports without importer",
      { origin: { text: "중국산", kind: "foreign", country: "중국" } },
      "mall_field.missing",
      "mall.naver.importer",
    ],
    [
      "an option without stock",
      { variants: optionVariants.map((one, index) => (index === 0 ? { ...one, stock: null } : one)) },
      "option.stock_missing",
      "option_stock",
    ],
    [
      "four names of options",
      {
        variants: [
          {
            key: "a/b/c/d",
            options: ["1", "2", "3", "4"].map((name) => ({ name, value: "x" })),
            priceDelta: 0,
            stock: 1,
          },
        ],
      },
      "options.too_many_names",
      "options",
    ],
  ];
  it.each(failures)("%s", (_, overrides, code, field) => {
    expect(checkForNaver(readyProduct(overrides), binding)).toMatchObject([
      { code, severity: "error", path: { field, mall: "naver" } },
    ]);
  });

  it("asks for each missing field of the disclosure", () => {
    const { weight: _, ...notice } = readyProduct().notice;
    expect(checkForNaver(readyProduct({ notice }), binding)).toMatchObject([
      { code: "notice.missing", path: { field: "notice.weight", mall: "naver" } },
    ]);
  });

  it("wants a safety number where the law does, and a code where the office has given none", () => {
    expect(codes({ categoryKey: "KIDS" })).toContain("kc.missing");
    expect(checkForNaver(readyProduct(), { categoryCode: null })).toMatchObject([{ code: "category.code_missing" }]);
  });

  it("only warns of tags it will leave out", () => {
    expect(checkForNaver(readyProduct({ tags: ["참기름", "café"] }), binding)).toMatchObject([
      { code: "tags.unusable", severity: "warning", params: { tag: "café" }, raw: "café" },
    ]);
  });

  it("counts a name in characters, not in UTF-16 units", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("참", "a", "𠀀"), { minLength: 1, maxLength: 80 }), (characters) => {
        const tooLong = codes({ name: characters.join("") }).includes("name.too_long");
        expect(tooLong).toBe(characters.length > 50);
      }),
    );
  });
});
