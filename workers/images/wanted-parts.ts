import type { MallKey } from "#app/channels/contract.ts";
import { malls } from "#app/channels/registry.ts";
import { type ListingParts, partsOf } from "#app/domain/listing/listing-parts.ts";
import { renditionAddress } from "#app/domain/picture/rendition.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import type { MallRules } from "#app/domain/product/readiness.ts";
import { picturePlan } from "./picture-plan.ts";

/** What a mall should have of a product, part by part; no picture is made for this. */
export function wantedParts(key: MallKey, product: ProductFacts, { bindings }: MallRules): ListingParts {
  const pictures = picturePlan(product.photos, malls[key].spec).map(({ role, sha256, spec, edits }) => ({
    role,
    address: renditionAddress(sha256, spec, edits),
  }));
  return partsOf(key, product, bindings.get(product.categoryKey) ?? { categoryCode: null }, pictures);
}
