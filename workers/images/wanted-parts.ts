import { mallOfChannel } from "#app/channels/registry.ts";
import { type ListingParts, partsOf } from "#app/domain/listing/listing-parts.ts";
import { renditionAddress } from "#app/domain/picture/rendition.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import type { MallRules } from "#app/domain/product/readiness.ts";
import { picturePlan } from "./picture-plan.ts";

/** What a mall should have of a product, part by part; no picture is made for this. */
export function wantedParts(channelKey: string, product: ProductFacts, { bindings }: MallRules): ListingParts {
  const mall = mallOfChannel(channelKey);
  const pictures = picturePlan(product.photos, mall.spec).map(({ role, sha256, spec, edits }) => ({
    role,
    address: renditionAddress(sha256, spec, edits),
  }));
  return partsOf(mall.key, product, bindings.get(product.categoryKey) ?? { categoryCode: null }, pictures);
}
