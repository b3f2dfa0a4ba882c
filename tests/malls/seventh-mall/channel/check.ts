import {
  checkCertificate,
  checkPhotos,
  checkReturnTerms,
  checkStock,
  checkTitle,
} from "#app/channels/general-rules.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { checkNotice } from "#app/domain/notice/rules.ts";
import type { MallCheck } from "#app/domain/product/product-facts.ts";
import { cornerSpec } from "./spec.ts";

export const checkForCorner: MallCheck = (product, binding) =>
  [
    ...(binding.categoryCode === null ? [issue("category.code_missing", { field: "category" })] : []),
    ...checkTitle(product, cornerSpec.title),
    ...(product.price > 0
      ? []
      : [issue("price.step", { field: "price" }, { params: { step: 1, price: product.price } })]),
    ...checkStock(product),
    ...checkPhotos(product, cornerSpec.pictures),
    ...checkNotice(product.categoryKey, product.notice),
    ...checkCertificate(product),
    ...checkReturnTerms(product),
  ].map((one) => ({ ...one, path: { ...one.path, mall: "corner" } }));
