import {
  checkCertificate,
  checkPhotos,
  checkReturnTerms,
  checkStock,
  checkTitle,
} from "#app/channels/general-rules.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { noticeOf } from "#app/domain/notice/notices.ts";
import { checkNotice } from "#app/domain/notice/rules.ts";
import type { MallCheck, ProductFacts } from "#app/domain/product/product-facts.ts";
import { isAllowedTag, limits, returnCharges, spec } from "./spec.ts";

/** What can be known without the mall; what its category metadata asks for besides is found before sending, by the map. */
export const check: MallCheck = (product, binding) =>
  [
    ...(binding.categoryCode === null ? [found("category.code_missing", "category")] : []),
    ...checkTitle(product, spec.title),
    ...checkPrices(product),
    ...checkStock(product),
    ...checkPhotos(product, spec.pictures),
    ...checkNotice(product.categoryKey, product.notice),
    ...checkNoticeLengths(product),
    ...checkTags(product),
    ...checkReturnTerms(product),
    ...checkFees(product),
    ...checkCertificate(product),
    ...checkOptions(product),
  ].map((one) => ({ ...one, path: { ...one.path, mall: "coupang" } }));

function found(code: Issue["code"], field: string, params: Issue["params"] = {}, raw?: string): Issue {
  return issue(code, { field }, raw === undefined ? { params } : { params, raw });
}

function checkPrices({ price, variants }: ProductFacts): Issue[] {
  const prices = [price, ...variants.map(({ priceDelta }) => price + priceDelta)];
  const wrong = prices.find((one) => one <= 0 || one % limits.priceStep !== 0);
  return wrong === undefined ? [] : [found("price.step", "price", { step: limits.priceStep, price: wrong })];
}

/** Coupang's limit is shorter than the notice's own for many fields. */
function checkNoticeLengths({ categoryKey, notice }: ProductFacts): Issue[] {
  const maximum = limits.noticeContent;
  return (noticeOf(categoryKey)?.fields ?? []).flatMap(({ key, labelKo, maxLength }) => {
    const value = notice[key];
    const actual = typeof value === "string" ? value.length : 0;
    const toldAlready = maxLength !== null && actual > maxLength;
    return actual > maximum && !toldAlready
      ? [found("notice.too_long", `notice.${key}`, { label: labelKo, maximum, actual })]
      : [];
  });
}

/** Left out by the map: a product is not held back for a word of search. */
function checkTags({ tags }: ProductFacts): Issue[] {
  return tags
    .filter((tag) => !isAllowedTag(tag))
    .map((tag) => issue("tags.unusable", { field: "tags" }, { severity: "warning", params: { tag }, raw: tag }));
}

function checkFees({ price, variants, shippingFee, store }: ProductFacts): Issue[] {
  const lowest = Math.min(...variants.map(({ priceDelta }) => price + priceDelta));
  if (shippingFee > lowest) {
    return [found("shipping_fee.too_high", "shipping_fee", { maximum: lowest })];
  }
  if (store.returnFee === null) return [];
  const { initial, back } = returnCharges(shippingFee, store.returnFee);
  if (initial + back <= lowest) return [];
  const maximum = shippingFee === 0 ? Math.floor(lowest / 2) : lowest - shippingFee;
  return [found("return_fee.too_high", "return_fee", { maximum })];
}

function checkOptions({ variants }: ProductFacts): Issue[] {
  const issues: Issue[] = [];
  if (variants.length > limits.items) {
    issues.push(found("options.too_many", "options", { maximum: limits.items, count: variants.length }));
  }
  const options = variants.flatMap((variant) => variant.options);
  const texts = [
    ...options.map(({ name }) => ({ text: name, field: name, maximum: limits.attributeName })),
    ...options.map(({ name, value }) => ({ text: value, field: name, maximum: limits.attributeValue })),
  ];
  const long = new Map(texts.filter(({ text, maximum }) => text.length > maximum).map((one) => [one.text, one]));
  for (const { text, field, maximum } of long.values()) {
    issues.push(found("mall_field.too_long", "options", { field, maximum }, text));
  }
  const whole = variants.find(({ key }) => key.length > limits.itemName);
  if (whole && long.size === 0) {
    const field = whole.options.map(({ name }) => name).join("/");
    issues.push(found("mall_field.too_long", "options", { field, maximum: limits.itemName }, whole.key));
  }
  return issues;
}
