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
import { isUsableTag, naverLimits, naverSpec } from "./spec.ts";

export const checkForNaver: MallCheck = (product, binding) =>
  [
    ...(binding.categoryCode === null ? [issue("category.code_missing", { field: "category" })] : []),
    ...checkName(product),
    ...checkPrice(product),
    ...checkStock(product),
    ...checkPhotos(product, naverSpec.pictures),
    ...checkNotice(product.categoryKey, product.notice),
    ...checkCertificate(product),
    ...checkOrigin(product),
    ...atMost("shipping_fee.too_high", "shipping_fee", naverLimits.shippingFee, product.shippingFee),
    ...checkReturnTerms(product),
    ...atMost("return_fee.too_high", "return_fee", naverLimits.claimFee, product.store.returnFee ?? 0),
    ...atMost("return_fee.too_high", "exchange_fee", naverLimits.claimFee, product.store.exchangeFee ?? 0),
    ...checkTags(product),
    ...checkOptions(product),
  ].map((found) => ({ ...found, path: { ...found.path, mall: "naver" } }));

function checkName(product: ProductFacts): Issue[] {
  const { name } = product;
  const issues = checkTitle(product, naverSpec.title);
  const found = naverLimits.nameForbidden.filter((character) => name.includes(character));
  if (found.length > 0) {
    const params = { characters: found.join(" ") };
    issues.push(issue("name.forbidden_characters", { field: "name" }, { params, raw: name }));
  }
  return issues;
}

function checkPrice({ price }: ProductFacts): Issue[] {
  const issues = atMost("price.above_maximum", "price", naverLimits.price, price);
  if (price <= 0 || price % naverLimits.priceStep !== 0) {
    issues.push(issue("price.step", { field: "price" }, { params: { step: naverLimits.priceStep, price } }));
  }
  return issues;
}

function checkOrigin(product: ProductFacts): Issue[] {
  if (product.origin.kind !== "foreign" || importerOf(product)) return [];
  const field = "mall.naver.importer";
  return [issue("mall_field.missing", { field, mallField: "importer" })];
}

/** Who brings foreign goods into the country; Naver wants it with every imported origin. */
export function importerOf({ mallFields, notice }: ProductFacts): string | null {
  const stated = mallFields.naver?.importer ?? notice.importer;
  return typeof stated === "string" && stated.trim() !== "" ? stated : null;
}

/** Tags only help the search: unusable ones are left out and told, they hold nothing back. */
function checkTags({ tags }: ProductFacts): Issue[] {
  const unusable = tags.filter((tag, index) => index >= naverLimits.tags || !isUsableTag(tag));
  return unusable.map((tag) =>
    issue("tags.unusable", { field: "tags" }, { severity: "warning", params: { tag }, raw: tag }),
  );
}

function checkOptions({ variants }: ProductFacts): Issue[] {
  const groups = Math.max(...variants.map(({ options }) => options.length));
  return atMost("options.too_many_names", "options", naverLimits.optionGroups, groups);
}

function atMost(code: Issue["code"], field: string, maximum: number, actual: number): Issue[] {
  return actual > maximum ? [issue(code, { field }, { params: { maximum, actual } })] : [];
}
