import type { PublishOrder } from "#app/channels/contract.ts";
import { detailHtml } from "#app/channels/detail-html.ts";
import { stockOf } from "#app/channels/general-rules.ts";
import type { ProductFacts, TaxKind } from "#app/domain/product/product-facts.ts";
import { cafe24Limits as limits } from "./spec.ts";

/**
 * A product as it is created or changed; pictures and stock have calls of their own, and so has being seen: a new product is
 * hidden until all of it is there. @throws RangeError for a product that the check refuses
 */
export function productRequest(order: PublishOrder) {
  const { reference, product, binding, detail } = order;
  const categoryNo = Number(binding.categoryCode);
  if (!Number.isInteger(categoryNo) || categoryNo <= 0) throw new RangeError("A listing needs a category number");
  return {
    product_name: product.name,
    custom_product_code: reference,
    ...priceRequest(product),
    product_condition: "N",
    // The API has no fields for the disclosure: it stands in the page, whole.
    description: detailHtml(
      order,
      detail.pictures.map(({ url }) => url),
    ),
    tax_type: taxTypes[product.tax],
    ...originOf(product),
    add_category_no: [{ category_no: categoryNo, recommend: "F", new: "F" }],
  };
}

export function priceRequest({ price }: ProductFacts) {
  // The second is what the shop itself pays: the merchants sell their own goods.
  return { price: String(price), supply_price: String(price) };
}

/** As said when a product is created. */
export function optionRequest(product: ProductFacts) {
  const options = optionsOf(product);
  return options.length === 0 ? { has_option: "F" } : { has_option: "T", option_type: "T", options };
}

/** The same as said of a product that is there already: the mall has other names for it then. */
export function newOptionsRequest(product: ProductFacts) {
  return {
    has_option: "T",
    option_type: "T",
    option_list_type: "S",
    options: optionsOf(product).map(({ name, value }) => ({
      option_name: name,
      option_value: value.map((option_text) => ({ option_text })),
    })),
  };
}

function optionsOf({ variants }: ProductFacts) {
  return (variants[0]?.options ?? []).map(({ name }, index) => ({
    name,
    value: [...new Set(variants.map(({ options }) => options[index]?.value ?? ""))],
  }));
}

/** One of the mall's variants, which it makes of every combination. */
export interface Cafe24Variant {
  variant_code: string;
  options: { name: string; value: string }[] | null;
}

/** Whether the mall has every variant of ours. */
export function hasAllVariants({ variants }: ProductFacts, known: readonly Cafe24Variant[]): boolean {
  return variants.every((ours) => known.some((its) => isSame(ours, its)));
}

/** Stock and price of each variant; a combination that the merchant does not have is not sold. */
export function variantRequests(product: ProductFacts, known: readonly Cafe24Variant[]) {
  return known.map((its) => {
    const ours = product.variants.find((one) => isSame(one, its));
    const offered = ours ? "T" : "F";
    const quantity = ours ? (ours.options.length === 0 ? stockOf(product) : (ours.stock ?? 0)) : 0;
    return {
      variant_code: its.variant_code,
      display: offered,
      selling: offered,
      additional_amount: String(ours?.priceDelta ?? 0),
      use_inventory: "T",
      quantity,
    };
  });
}

function isSame(ours: ProductFacts["variants"][number], { options }: Cafe24Variant): boolean {
  const said = options ?? [];
  return (
    ours.options.length === said.length &&
    ours.options.every(({ name, value }) => said.some((one) => one.name === name && one.value === value))
  );
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
