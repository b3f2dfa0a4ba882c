import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { checkNotice } from "#app/domain/notice/rules.ts";
import { findCategory } from "#app/domain/product/categories.ts";
import type { MallCheck, ProductFacts } from "#app/domain/product/product-facts.ts";
import { isAllowedTag, limits, returnCharges, spec } from "./spec.ts";

/** What can be known without the mall; what its category metadata asks for besides is found before sending, by the map. */
export const check: MallCheck = (product, binding) => [
  ...(binding.categoryCode === null ? [missing("category.code_missing", "category")] : []),
  ...checkName(product),
  ...checkPrices(product),
  ...checkStock(product),
  ...checkPhotos(product),
  ...checkNotice(product.categoryKey, product.notice).map(atCoupang),
  ...checkNoticeLengths(product),
  ...checkTags(product),
  ...checkFees(product),
  ...checkCertificate(product),
  ...checkOptions(product),
];

function atCoupang(found: Issue): Issue {
  return { ...found, path: { ...found.path, mall: "coupang" } };
}

function missing(code: Issue["code"], field: string, params: Issue["params"] = {}, raw?: string): Issue {
  return issue(code, { mall: "coupang", field }, raw === undefined ? { params } : { params, raw });
}

function checkName({ name }: ProductFacts): Issue[] {
  const { length } = name;
  return length > limits.name ? [missing("name.too_long", "name", { maximum: limits.name, length })] : [];
}

function checkPrices({ price, variants }: ProductFacts): Issue[] {
  const prices = [price, ...variants.map(({ priceDelta }) => price + priceDelta)];
  const wrong = prices.find((one) => one <= 0 || one % limits.priceStep !== 0);
  return wrong === undefined ? [] : [missing("price.step", "price", { step: limits.priceStep, price: wrong })];
}

function checkStock({ stock, variants }: ProductFacts): Issue[] {
  const issues: Issue[] = [];
  const unsaid = variants.filter((variant) => variant.options.length > 0 && variant.stock === null);
  if (unsaid.length > 0) {
    issues.push(missing("option.stock_missing", "option_stock", { options: unsaid.map(({ key }) => key).join(", ") }));
  }
  const total = variants.reduce((sum, variant) => sum + (variant.stock ?? 0), 0);
  if (Math.max(stock, total) < 1) issues.push(missing("stock.none", "stock"));
  const most = Math.max(stock, ...variants.map((variant) => variant.stock ?? 0));
  if (most > limits.stock) issues.push(missing("stock.out_of_range", "stock", { maximum: limits.stock, stock: most }));
  return issues;
}

function checkPhotos({ photos }: ProductFacts): Issue[] {
  if (photos.length === 0) return [missing("photo.none", "photos")];
  const { minimumSide, maximumExtra } = spec.pictures;
  const small = photos.slice(0, 1 + maximumExtra).filter(({ width, height }) => Math.min(width, height) < minimumSide);
  return small.map(({ sha256, width, height }) =>
    issue(
      "photo.below_minimum",
      { mall: "coupang", field: "photos", photo: sha256 },
      {
        params: { minimum: minimumSide, width, height },
      },
    ),
  );
}

function checkNoticeLengths({ notice }: ProductFacts): Issue[] {
  return Object.entries(notice)
    .filter(([, value]) => typeof value === "string" && value.length > limits.noticeContent)
    .map(([key]) => missing("notice.too_long", `notice.${key}`, { maximum: limits.noticeContent }));
}

function checkTags({ tags }: ProductFacts): Issue[] {
  const bad = tags.filter((tag) => !isAllowedTag(tag));
  const issues = bad.map((tag) => missing("tags.unusable", "tags", { tag, maximum: limits.tag }, tag));
  if (tags.length > limits.tags) issues.push(missing("tags.too_many", "tags", { maximum: limits.tags }));
  return issues;
}

function checkFees({ price, variants, shippingFee, store }: ProductFacts): Issue[] {
  const lowest = Math.min(...variants.map(({ priceDelta }) => price + priceDelta));
  if (shippingFee > lowest) {
    return [missing("shipping_fee.too_high", "shipping_fee", { maximum: lowest, fee: shippingFee })];
  }
  if (store.returnFee === null) return [missing("store.return_terms_missing", "return_fee")];
  const { initial, back } = returnCharges(shippingFee, store.returnFee);
  if (initial + back <= lowest) return [];
  return [missing("return_fee.too_high", "return_fee", { maximum: lowest - initial, fee: initial + back })];
}

function checkCertificate({ categoryKey, kcNumber }: ProductFacts): Issue[] {
  return findCategory(categoryKey)?.kcRule === "required" && kcNumber === null ? [missing("kc.missing", "kc")] : [];
}

function checkOptions({ variants }: ProductFacts): Issue[] {
  const issues: Issue[] = [];
  if (variants.length > limits.items) {
    issues.push(missing("options.too_many", "options", { maximum: limits.items, count: variants.length }));
  }
  const texts = new Set(variants.flatMap(({ options }) => options.map(({ value }) => value)));
  const names = new Set(variants.flatMap(({ options }) => options.map(({ name }) => name)));
  for (const [values, maximum] of [
    [texts, limits.attributeValue],
    [names, limits.attributeName],
  ] as const) {
    for (const text of values) {
      if (text.length > maximum) issues.push(missing("mall_field.too_long", "options", { maximum, text }, text));
    }
  }
  return issues;
}
