import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { categoryOf } from "#app/domain/product/categories.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import type { MallSpec } from "./contract.ts";
import type { PictureRules } from "./picture-rules.ts";

/** At least one photo, and none that the mall would send back for its size. */
export function checkPhotos(
  { photos }: ProductFacts,
  { maximumExtra, minimumSide, paddedFrom }: Pick<PictureRules, "maximumExtra" | "minimumSide" | "paddedFrom">,
): Issue[] {
  if (photos.length === 0) return [issue("photo.none", { field: "photos" })];
  const smallest = paddedFrom ?? minimumSide;
  return photos
    .slice(0, 1 + maximumExtra)
    .filter(({ width, height }) => Math.min(width, height) < smallest)
    .map(({ sha256, width, height }) =>
      issue(
        "photo.below_minimum",
        { field: "photos", photo: sha256 },
        { params: { minimum: smallest, width, height } },
      ),
    );
}

/** A name that the mall would cut off or send back. */
export function checkTitle({ name }: ProductFacts, title: MallSpec["title"]): Issue[] {
  const length = title?.count(name) ?? 0;
  if (!title || length <= title.maximum) return [];
  return [issue("name.too_long", { field: "name" }, { params: { maximum: title.maximum, length } })];
}

/** Every variant's stock is stated, and there is something to sell. */
export function checkStock(product: ProductFacts): Issue[] {
  const unstated = product.variants.filter(({ options, stock }) => options.length > 0 && stock === null);
  const issues = unstated.map(({ key }) =>
    issue("option.stock_missing", { field: "option_stock" }, { params: { option: key }, raw: key }),
  );
  if (unstated.length === 0 && stockOf(product) < 1) issues.push(issue("stock.none", { field: "stock" }));
  return issues;
}

/** The sum over its options, or the product's own stock where it has none. */
export function stockOf({ stock, variants }: ProductFacts): number {
  const withOptions = variants.filter(({ options }) => options.length > 0);
  if (withOptions.length === 0) return stock;
  return withOptions.reduce((sum, variant) => sum + (variant.stock ?? 0), 0);
}

export function checkCertificate({ categoryKey, kcNumber }: ProductFacts): Issue[] {
  const { kcRule } = categoryOf(categoryKey);
  return kcRule === "required" && kcNumber === null ? [issue("kc.missing", { field: "kc" })] : [];
}

export function checkReturnTerms({ store }: ProductFacts): Issue[] {
  if (store.returnFee !== null && store.exchangeFee !== null) return [];
  return [issue("store.return_terms_missing", { field: store.returnFee === null ? "return_fee" : "exchange_fee" })];
}
