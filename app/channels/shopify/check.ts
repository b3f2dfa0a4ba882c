import {
  checkCertificate,
  checkPhotos,
  checkReturnTerms,
  checkStock,
  checkTitle,
} from "#app/channels/general-rules.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { checkNotice } from "#app/domain/notice/rules.ts";
import type { MallCheck, ProductFacts } from "#app/domain/product/product-facts.ts";
import { shopifyLimits as limits, shopifySpec } from "./spec.ts";

export const checkForShopify: MallCheck = (product, binding) =>
  [
    ...(binding.categoryCode === null ? [issue("category.code_missing", { field: "category" })] : []),
    ...checkTitle(product, shopifySpec.title),
    ...checkPrices(product),
    ...checkStock(product),
    ...checkPhotos(product, shopifySpec.pictures),
    ...checkNotice(product.categoryKey, product.notice),
    ...checkCertificate(product),
    ...checkReturnTerms(product),
    ...checkOptions(product),
  ].map((one) => ({ ...one, path: { ...one.path, mall: "shopify" } }));

function checkPrices({ price, variants }: ProductFacts): Issue[] {
  const wrong = [price, ...variants.map(({ priceDelta }) => price + priceDelta)].find((one) => one <= 0);
  if (wrong === undefined) return [];
  return [issue("price.step", { field: "price" }, { params: { step: 1, price: wrong } })];
}

function checkOptions({ variants }: ProductFacts): Issue[] {
  const actual = Math.max(0, ...variants.map(({ options }) => options.length));
  const issues: Issue[] = [];
  if (actual > limits.options) {
    const params = { maximum: limits.options, actual };
    issues.push(issue("options.too_many_names", { field: "options" }, { params }));
  }
  if (variants.length > limits.variants) {
    const params = { maximum: limits.variants, actual: variants.length };
    issues.push(issue("options.too_many", { field: "options" }, { params }));
  }
  return issues;
}
