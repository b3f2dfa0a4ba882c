import { checkCertificate, checkPhotos, checkReturnTerms, checkStock } from "#app/channels/general-rules.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { checkNotice } from "#app/domain/notice/rules.ts";
import type { MallCheck, ProductFacts } from "#app/domain/product/product-facts.ts";
import { gachiSapsidaSpec } from "./spec.ts";

/** No category code is needed: the operator sorts by our own categories. */
export const checkForGachiSapsida: MallCheck = (product) =>
  [
    ...checkOrigin(product),
    ...checkNotice(product.categoryKey, product.notice),
    ...checkPhotos(product, gachiSapsidaSpec.pictures),
    ...checkStock(product),
    ...checkCertificate(product),
    ...checkReturnTerms(product),
    ...checkMailOrderNumber(product),
  ].map((found) => ({ ...found, path: { ...found.path, mall: "gachi-sapsida" } }));

/** The channel's hard rule: home-made goods only. */
function checkOrigin({ origin }: ProductFacts): Issue[] {
  return origin.kind === "domestic" ? [] : [issue("origin.not_domestic", { field: "origin" }, { raw: origin.text })];
}

function checkMailOrderNumber({ store }: ProductFacts): Issue[] {
  return store.mailOrderNumber ? [] : [issue("store.mail_order_number_missing", { field: "mail_order_number" })];
}
