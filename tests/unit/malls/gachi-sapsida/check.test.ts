import { describe, expect, it } from "vitest";
import { checkForGachiSapsida } from "#app/channels/gachi-sapsida/check.ts";
import { noEdits } from "#app/domain/picture/photo-edits.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import { readyProduct, readyStore } from "#tests/malls/ready-product.ts";

const binding = { categoryCode: null };

describe("What Gachi-Sapsida would send back", () => {
  it("finds nothing in a ready product, and wants no category code", () => {
    expect(checkForGachiSapsida(readyProduct(), binding)).toEqual([]);
  });

  const failures: [why: string, overrides: Partial<ProductFacts>, code: string, field: string][] = [
    [
      "foreign goods",
      { origin: { text: "중국산", kind: "foreign", country: "중국" } },
      "origin.not_domestic",
      "origin",
    ],
    [
      "mixed goods",
      { origin: { text: "국내산, 중국산", kind: "mixed", country: null } },
      "origin.not_domestic",
      "origin",
    ],
    ["no photo", { photos: [] }, "photo.none", "photos"],
    [
      "a small photo",
      { photos: [{ sha256: "0".repeat(64), width: 599, height: 800, edits: noEdits, measures: null, caption: "" }] },
      "photo.below_minimum",
      "photos",
    ],
    ["no stock", { stock: 0 }, "stock.none", "stock"],
    ["no return terms", { store: { ...readyStore, returnFee: null } }, "store.return_terms_missing", "return_fee"],
    [
      "no mail-order number",
      { store: { ...readyStore, mailOrderNumber: null } },
      "store.mail_order_number_missing",
      "mail_order_number",
    ],
  ];
  it.each(failures)("%s", (_, overrides, code, field) => {
    expect(checkForGachiSapsida(readyProduct(overrides), binding)).toMatchObject([
      { code, path: { field, mall: "gachi-sapsida" } },
    ]);
  });

  it("goods whose disclosure or safety number is missing", () => {
    const found = checkForGachiSapsida(readyProduct({ categoryKey: "KIDS", notice: {} }), binding);
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(["notice.missing", "kc.missing"]));
  });
});
