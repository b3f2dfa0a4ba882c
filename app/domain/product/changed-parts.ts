import { editsRecipe } from "../picture/photo-edits.ts";
import type { ProductFacts } from "./product-facts.ts";

/** The parts of a product that marks rest on. */
export const productParts = [
  "name",
  "description",
  "category",
  "price",
  "origin",
  "maker",
  "notice",
  "photos",
  "variants",
  "delivery",
  "tags",
  "kc",
] as const;
export type ProductPart = (typeof productParts)[number];

/** What each part says. Stock moves freely and belongs to none; what only one mall asks for is looked at by nobody. */
function partOf(product: ProductFacts, part: ProductPart): unknown {
  switch (part) {
    case "name":
    case "description":
    case "price":
    case "origin":
    case "maker":
    case "tags":
      return product[part];
    case "category":
      return product.categoryKey;
    case "notice":
      return Object.entries(product.notice).sort(([one], [other]) => (one < other ? -1 : 1));
    case "photos":
      return product.photos.map(({ sha256, edits, caption }) => [sha256, editsRecipe(edits), caption]);
    case "variants":
      return product.variants.map(({ key, options, priceDelta }) => [key, options, priceDelta]);
    case "delivery":
      return product.shippingFee;
    case "kc":
      return product.kcNumber;
  }
}

/** In which parts two versions of a product differ. */
export function changedParts(before: ProductFacts, after: ProductFacts): ProductPart[] {
  return productParts.filter((part) => JSON.stringify(partOf(before, part)) !== JSON.stringify(partOf(after, part)));
}
