import type { PublishOrder } from "#app/channels/contract.ts";
import { stockOf } from "#app/channels/general-rules.ts";
import { commonNoticeFields, noticeOf } from "#app/domain/notice/notices.ts";
import type { ProductFacts, TaxKind } from "#app/domain/product/product-facts.ts";
import { cafe24Limits as limits } from "./spec.ts";

/**
 * A product as it is created or changed; pictures and stock have calls of their own, and so has being seen: a new product is
 * hidden until all of it is there. @throws RangeError for a product that the check refuses
 */
export function productRequest({ reference, product, binding, pictures }: PublishOrder) {
  const categoryNo = Number(binding.categoryCode);
  if (!Number.isInteger(categoryNo) || categoryNo <= 0) throw new RangeError("A listing needs a category number");
  return {
    product_name: product.name,
    custom_product_code: reference,
    price: String(product.price),
    // What the shop itself pays: the merchants sell their own goods.
    supply_price: String(product.price),
    product_condition: "N",
    description: description(
      product,
      pictures.map(({ url }) => url),
    ),
    tax_type: taxTypes[product.tax],
    ...originOf(product),
    add_category_no: [{ category_no: categoryNo, recommend: "F", new: "F" }],
  };
}

/** The options can be said only when a product is created. */
export function optionRequest({ variants }: ProductFacts) {
  const names = variants[0]?.options.map(({ name }) => name) ?? [];
  if (names.length === 0) return { has_option: "F" };
  const options = names.map((name, index) => ({
    name,
    value: [...new Set(variants.map(({ options: chosen }) => chosen[index]?.value ?? ""))],
  }));
  return { has_option: "T", option_type: "T", options };
}

/** One of the mall's variants, which it makes of every combination. */
export interface Cafe24Variant {
  variant_code: string;
  options: { name: string; value: string }[] | null;
}

/** Stock and price of each variant; a combination that the merchant does not have is not sold. */
export function variantRequests(product: ProductFacts, known: readonly Cafe24Variant[]) {
  return known.map(({ variant_code, options }) => {
    const ours = product.variants.find(
      (one) =>
        one.options.length === (options ?? []).length &&
        one.options.every(({ name, value }) => options?.some((said) => said.name === name && said.value === value)),
    );
    const offered = ours ? "T" : "F";
    const quantity = ours ? (ours.options.length === 0 ? stockOf(product) : (ours.stock ?? 0)) : 0;
    return {
      variant_code,
      display: offered,
      selling: offered,
      additional_amount: String(ours?.priceDelta ?? 0),
      use_inventory: "T",
      quantity,
    };
  });
}

const taxTypes: Record<TaxKind, string> = { taxable: "A", exempt: "B", zero_rated: "C" };

/** The mall numbers countries and regions itself; 1800 takes our own words. */
function originOf({ origin }: ProductFacts) {
  const classification = { domestic: "F", foreign: "T", mixed: "E" }[origin.kind];
  return {
    origin_classification: classification,
    origin_place_no: 1800,
    origin_place_value: origin.text.slice(0, limits.originName),
  };
}

/** The API has no fields for the disclosure: it stands in the page, whole. */
function description(product: ProductFacts, urls: string[]): string {
  const text = product.description.replace(/<img\b[^>]*>/gi, "").trim() || `<p>${escapeHtml(product.name)}</p>`;
  const pictures = urls.map((url) => `<p><img src="${escapeHtml(url)}" alt="${escapeHtml(product.name)}"></p>`);
  const rows = noticeRows(product).map(
    ([label, value]) => `<tr><th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  const table = `<table><caption>상품정보제공고시</caption><tbody>${rows.join("")}</tbody></table>`;
  return [text, ...pictures, table].join("\n");
}

function noticeRows({ categoryKey, notice, kcNumber, maker, origin }: ProductFacts): [string, string][] {
  const fields = [...noticeOf(categoryKey).fields, ...commonNoticeFields];
  const stated = fields.flatMap(({ key, labelKo }): [string, string][] => {
    const value = notice[key];
    if (value === undefined || value === "") return [];
    return [[labelKo, typeof value === "boolean" ? (value ? "해당함" : "해당 없음") : value]];
  });
  return [
    ["원산지", origin.text],
    ["제조사", maker],
    ...stated,
    ...(kcNumber === null ? [] : [["안전 인증번호", kcNumber] as [string, string]]),
  ];
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
