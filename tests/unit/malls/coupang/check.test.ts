import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { check } from "#app/channels/coupang/check.ts";
import { mapProduct } from "#app/channels/coupang/map.ts";
import { signature } from "#app/channels/coupang/signature.ts";
import { noticeOf } from "#app/domain/notice/notices.ts";
import { categories } from "#app/domain/product/categories.ts";
import { sandboxCoupangCategories } from "#tests/malls/coupang/index.ts";
import { optionVariants, readyOrder, readyProduct } from "#tests/malls/ready-product.ts";
import { binding, body, firstItem, metadata, settings, startCoupang } from "./seller.ts";

let stop = () => undefined as unknown;

afterEach(() => stop());

describe("signature", () => {
  test.each([
    [
      "POST",
      "/v2/providers/seller_api/apis/api/v1/marketplace/seller-products",
      "",
      "af97cb7db133471d16ba27c4f28c04662e0b1155e44b538c63f549f08a19d0eb",
    ],
    [
      "GET",
      "/v2/providers/openapi/apis/api/v5/vendors/A00000001/returnShippingCenters",
      "pageNum=1&pageSize=10",
      "fd1dfc048e67ee28cec062623e6ce20c2a66974edbd5958a6c6ee266f9f1757a",
    ],
  ])("%s %s", (method, path, query, expected) => {
    expect(signature({ method, path, query }, "test-secret-key", "260102T030405Z")).toBe(expected);
  });
});

describe("the map", () => {
  test("takes the group of the product's own category, never the first, each label as the mall spells it", async () => {
    const made = await body();
    expect(metadata.noticeCategories[0]?.noticeCategoryName).not.toBe("가공식품");
    const group = metadata.noticeCategories.find((one) => one.noticeCategoryName === "가공식품");
    expect(firstItem(made).notices.map((one) => one.noticeCategoryDetailName)).toEqual(
      group?.noticeCategoryDetailNames.map((one) => one.noticeCategoryDetailName),
    );
    expect(firstItem(made).notices).toContainEqual({
      noticeCategoryName: "가공식품",
      noticeCategoryDetailName: "포장단위별 내용물의 용량(중량), 수량",
      content: "300ml / 1병",
    });
    expect(made.requiredDocuments).toEqual([]);
  });

  test("a tag the mall does not take is left out, and holds nothing back", async () => {
    const product = readyProduct({ tags: ["café", "참기름"] });
    const mapped = mapProduct(await readyOrder({ binding, product }), metadata, settings);
    expect(mapped).toMatchObject({ kind: "body", body: { items: [{ searchTags: ["참기름"] }] } });
    expect(check(product, binding)).toMatchObject([{ code: "tags.unusable", severity: "warning", raw: "café" }]);
  });

  test("a unit the mall does not take and a value not on offer are issues", async () => {
    const { weight: _, ...notice } = readyProduct().notice;
    const order = await readyOrder({
      binding,
      product: readyProduct({ notice, mallFields: { coupang: { "개당 수량": "3다스", 보관방식: "상온" } } }),
    });
    expect(mapProduct(order, metadata, settings)).toMatchObject({
      kind: "issues",
      issues: [
        { code: "mall_field.unit_unknown", path: { field: "mall.coupang.개당 수량" } },
        { code: "mall_field.not_offered", path: { field: "mall.coupang.보관방식" } },
      ],
    });
  });

  test("a mandatory attribute nobody gave is an issue; of alternatives one is enough", async () => {
    const { weight: _, ...notice } = readyProduct().notice;
    const order = await readyOrder({ binding, product: readyProduct({ notice }) });
    expect(mapProduct(order, metadata, settings)).toMatchObject({ kind: "body" });
    const alone = {
      ...metadata,
      attributes: metadata.attributes.filter(({ attributeTypeName }) => attributeTypeName !== "개당 수량"),
    };
    expect(mapProduct(order, alone, settings)).toMatchObject({
      kind: "issues",
      issues: [{ code: "mall_field.missing", params: { field: "최소 중량, 최소 용량" } }],
    });
  });

  test("every category of the programme has a leaf, a group of its own, and a product the mall takes", async () => {
    const { connection, order, standIn, server } = startCoupang({ reviewMilliseconds: 60_000 });
    stop = () => server.close();
    for (const [index, { key }] of categories.entries()) {
      const fields = noticeOf(key)?.fields ?? [];
      const notice = Object.fromEntries(
        fields.map((field) => [field.key, field.kind === "boolean" ? false : "500g"] as const),
      );
      const product = readyProduct({ categoryKey: key, notice, kcNumber: "CB061R1234-1001" });
      const code = sandboxCoupangCategories[key] ?? null;
      const answer = await connection.publish(
        await order({ reference: `BX26-${index}`, product, binding: { categoryCode: code } }),
      );
      expect(answer, key).toMatchObject({ outcome: "accepted" });
    }
    expect(standIn.listings()).toHaveLength(36);
  });
});

describe("the check", () => {
  const store = readyProduct().store;
  test.each([
    ["category.code_missing", {}, null],
    ["name.too_long", { name: "가".repeat(101) }],
    ["price.step", { price: 18_005 }],
    ["stock.none", { stock: 0, variants: [{ key: "", options: [], priceDelta: 0, stock: 0 }] }],
    ["photo.none", { photos: [] }],
    ["photo.below_minimum", { photos: [{ sha256: "a", width: 499, height: 2_000 }] }],
    ["notice.missing", { notice: {} }],
    ["notice.too_long", { notice: { ...readyProduct().notice, ingredients: "가".repeat(201) } }],
    ["tags.unusable", { tags: ["café"] }],
    ["shipping_fee.too_high", { shippingFee: 18_010 }],
    ["return_fee.too_high", { shippingFee: 0, store: { ...store, returnFee: 9_010 } }],
    ["store.return_terms_missing", { store: { ...store, returnFee: null } }],
    ["kc.missing", { categoryKey: "KIDS" }],
    [
      "mall_field.too_long",
      { variants: [{ key: "가", options: [{ name: "색상", value: "가".repeat(31) }], priceDelta: 0, stock: 1 }] },
    ],
    ["option.stock_missing", { variants: optionVariants.map((one) => ({ ...one, stock: null })) }],
  ] as const)("%s", (code, overrides, categoryCode: string | null = binding.categoryCode) => {
    const product = readyProduct(overrides as Parameters<typeof readyProduct>[0]);
    expect(check(product, { categoryCode }).map((one) => one.code)).toContain(code);
  });

  test("never throws and says nothing twice about prices, whatever the numbers", () => {
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(20_000), fc.nat(20_000), (price, shippingFee, returnFee) => {
        const issues = check(readyProduct({ price, shippingFee, store: { ...store, returnFee } }), binding);
        const codes = issues.map((one) => one.code);
        expect(new Set(codes).size).toBe(codes.length);
        expect(codes.includes("price.step")).toBe(price === 0 || price % 10 !== 0);
      }),
    );
  });
});
