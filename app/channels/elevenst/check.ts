import { checkCertificate, checkPhotos, checkReturnTerms, checkStock } from "#app/channels/general-rules.ts";
import { type Issue, type IssuePath, issue } from "#app/domain/issue/issue.ts";
import { noticeOf } from "#app/domain/notice/notices.ts";
import { checkNotice } from "#app/domain/notice/rules.ts";
import { categoryOf } from "#app/domain/product/categories.ts";
import type { MallCheck, ProductFacts } from "#app/domain/product/product-facts.ts";
import { charactersLost, eucKrBytes, toEucKr } from "#app/services/text/euc-kr.ts";
import { hasNotice, noticeItems } from "./notice.ts";
import { optionTitle, optionValue } from "./options.ts";
import { certificateTypes, elevenstSpec, elevenstTitle, elevenstLimits as limits } from "./spec.ts";

export const certificateField = "인증종류번호";

export const checkForElevenst: MallCheck = (product, binding) =>
  [
    ...(binding.categoryCode === null ? [found("category.code_missing", "category")] : []),
    ...(hasNotice(product.categoryKey) ? checkItems(product) : [found("category.not_offered", "category")]),
    ...checkName(product),
    ...checkPrice(product),
    ...checkStock(product),
    ...checkPhotos(product, elevenstSpec.pictures),
    ...checkNotice(product.categoryKey, product.notice),
    ...checkCertificate(product),
    ...checkCertificateType(product),
    ...checkReturnTerms(product),
    ...checkOptions(product),
    ...checkCharacters(product),
  ].map((one) => ({ ...one, path: { ...one.path, mall: "elevenst" } }));

function found(code: Issue["code"], field: string, params: Issue["params"] = {}, raw?: string): Issue {
  return issue(code, { field }, { params, raw });
}

function checkName({ name }: ProductFacts): Issue[] {
  const { maximum, count } = elevenstTitle;
  const actual = count(name);
  return actual > maximum ? [found("name.too_many_bytes", "name", { maximum: maximum / 2, actual })] : [];
}

function checkPrice({ price }: ProductFacts): Issue[] {
  const { minimum, maximum, step } = limits.price;
  if (price > maximum) return [found("price.above_maximum", "price", { maximum })];
  return price < minimum || price % step !== 0 ? [found("price.step", "price", { step, price })] : [];
}

/** Told, not held back: the whole text stands in the detail page. */
function checkItems(product: ProductFacts): Issue[] {
  const labels = new Map(noticeOf(product.categoryKey).fields.map(({ key, labelKo }) => [labelKo, key]));
  const maximum = limits.noticeValue;
  return noticeItems(product)
    .items.filter(({ value }) => value.length > maximum)
    .map(({ label }) => {
      const key = labels.get(label ?? "");
      const path: IssuePath = key ? { field: `notice.${key}` } : { field: "category", mallField: label ?? "" };
      return issue("notice.told_in_detail", path, { severity: "warning", params: { label: label ?? "", maximum } });
    });
}

/** Which law's certificate it is, only the mall's own number of it says. */
function checkCertificateType({ categoryKey, kcNumber, mallFields }: ProductFacts): Issue[] {
  if (kcNumber === null || categoryOf(categoryKey).kcRule !== "required") return [];
  const said = mallFields.elevenst?.[certificateField]?.trim();
  const path = { field: `mall.elevenst.${certificateField}`, mallField: certificateField };
  if (!said) return [issue("mall_field.missing", path, { params: { field: certificateField } })];
  if (said in certificateTypes) return [];
  const values = Object.entries(certificateTypes).map((type) => type.join(" "));
  const params = { field: certificateField, values: values.join(", ") };
  return [issue("mall_field.not_offered", path, { params, raw: said })];
}

function checkOptions({ price, variants }: ProductFacts): Issue[] {
  const withOptions = variants.filter(({ options }) => options.length > 0);
  if (withOptions.length === 0) return [];
  const issues: Issue[] = [];
  const title = optionTitle(variants);
  if (eucKrBytes(title) > limits.optionTitleBytes) {
    const maximum = limits.optionTitleBytes / 2;
    issues.push(found("mall_field.too_long", "options", { field: title, maximum }, title));
  }
  if (!withOptions.some(({ priceDelta }) => priceDelta === 0)) issues.push(found("options.no_base_price", "options"));
  const { above, below } = limits.optionPrice;
  const beyond = withOptions.filter(({ priceDelta }) => priceDelta > price * above || priceDelta < -price * below);
  for (const variant of beyond) {
    const params = { option: optionValue(variant), minimum: -price * below, maximum: price * above };
    issues.push(issue("options.price_too_far", { field: "options" }, { params, raw: variant.key }));
  }
  const odd = withOptions.find(({ priceDelta }) => priceDelta % limits.price.step !== 0);
  if (odd) issues.push(found("price.step", "options", { step: limits.price.step, price: price + odd.priceDelta }));
  return issues;
}

/** The mall's letters are those of KS X 1001. In the detail page any can stand, written by its number. */
function checkCharacters(product: ProductFacts): Issue[] {
  const { name, maker, variants, notice, mallFields } = product;
  const options = variants.flatMap((variant) => variant.options.flatMap((option) => [option.name, option.value]));
  const texts: [field: string, text: string][] = [
    ["maker", maker],
    ["options", options.join("")],
    [`mall.elevenst.${certificateField}`, mallFields.elevenst?.[certificateField] ?? ""],
    ["origin", product.origin.text],
    ...Object.entries(notice).map(([key, value]): [string, string] => [`notice.${key}`, String(value)]),
  ];
  const inName = charactersRefused(name);
  return [
    ...(inName.length > 0 ? [found("name.forbidden_characters", "name", { characters: inName.join(" ") }, name)] : []),
    ...texts.flatMap(([field, text]) => {
      const characters = charactersRefused(text);
      return characters.length > 0
        ? [found("text.forbidden_characters", field, { characters: characters.join(" ") })]
        : [];
    }),
  ];
}

/** Emoji are left out without a word, unless nothing else is there. */
function charactersRefused(text: string): string[] {
  const nothingLeft = text.trim() !== "" && toEucKr(text).trim() === "";
  return nothingLeft ? [text.trim()] : charactersLost(text);
}
