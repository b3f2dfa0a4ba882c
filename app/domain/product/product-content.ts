import { createHash } from "node:crypto";
import { canonicalJson } from "../canonical-json.ts";
import { editsRecipe, type PhotoEdits } from "../picture/photo-edits.ts";
import type { ProductFacts, VariantFacts } from "./product-facts.ts";

/** What a merchant says about a product, before it is a version: a row of a sheet or a form. */
export interface ProductContent
  extends Pick<
    ProductFacts,
    | "sku"
    | "name"
    | "categoryKey"
    | "price"
    | "origin"
    | "maker"
    | "description"
    | "tax"
    | "kcNumber"
    | "tags"
    | "notice"
    | "mallFields"
  > {
  /** Won; null takes the store's default. */
  shippingFee: number | null;
  /** At least one; without options its key is empty. */
  variants: VariantFacts[];
  /** In order; null keeps the photos the product has. */
  photos: ContentPhoto[] | null;
}

export interface ContentPhoto {
  sha256: string;
  fileName: string;
  /** Absent: what is done to this photo of the product so far, as when a sheet names it again. */
  edits?: PhotoEdits;
  /** What stands under it on the detail page; absent: what stands there so far. */
  caption?: string;
}

/**
 * Tells whether two contents need a curator's look: everything but stock and price, which move on their own. Keys are
 * sorted, so the order of a sheet's columns changes nothing.
 */
export function contentHash(content: ProductContent): string {
  const { price: _price, photos, variants, ...rest } = content;
  const judged = {
    ...rest,
    photos: (photos ?? []).map(({ sha256, edits, caption }) => {
      const said = { ...(edits ? editsRecipe(edits) : {}), ...(caption ? { caption } : {}) };
      return Object.keys(said).length === 0 ? sha256 : { sha256, ...said };
    }),
    variants: variants.map(({ stock: _stock, ...variant }) => variant),
  };
  return createHash("sha256").update(canonicalJson(judged)).digest("hex");
}
