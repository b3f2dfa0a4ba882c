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
import { cafe24Spec, cafe24Limits as limits } from "./spec.ts";

export const checkForCafe24: MallCheck = (product, binding) =>
  [
    ...(binding.categoryCode === null ? [issue("category.code_missing", { field: "category" })] : []),
    ...checkTitle(product, cafe24Spec.title),
    ...checkPrices(product),
    ...checkStock(product),
    ...checkPhotos(product, cafe24Spec.pictures),
    ...checkNotice(product.categoryKey, product.notice),
    ...checkCertificate(product),
    ...checkReturnTerms(product),
    ...checkOptions(product),
  ].map((one) => ({ ...one, path: { ...one.path, mall: "cafe24" } }));

function checkPrices({ price, variants }: ProductFacts): Issue[] {
  const prices = [price, ...variants.map(({ priceDelta }) => price + priceDelta)];
  const wrong = prices.find((one) => one <= 0);
  if (wrong !== undefined) return [issue("price.step", { field: "price" }, { params: { step: 1, price: wrong } })];
  const maximum = limits.price;
  return price > maximum ? [issue("price.above_maximum", { field: "price" }, { params: { maximum } })] : [];
}

function checkOptions({ variants }: ProductFacts): Issue[] {
  const actual = Math.max(...variants.map(({ options }) => options.length));
  if (actual <= limits.optionNames) return [];
  const params = { maximum: limits.optionNames, actual };
  return [issue("options.too_many_names", { field: "options" }, { params })];
}
