import { mallOfChannel } from "#app/channels/registry.ts";
import { type PageRecipe, pageAddress } from "#app/domain/picture/page-address.ts";
import { loadProductFacts } from "#app/domain/product/load-product-facts.ts";
import type { Database } from "#app/services/database/database.ts";
import { findPagePhotos, pageRecipe } from "./ensure-detail-page.ts";

/** Every drawn page, by its address, that goes to a mall as things stand. */
export async function findWantedPages(database: Database): Promise<Map<string, PageRecipe>> {
  const listings = await database.listing.findMany({
    where: { wanted: "live" },
    select: { wantedVersionId: true, channelKey: true },
  });
  const specs = listings.flatMap(({ wantedVersionId, channelKey }) => {
    const { detail } = mallOfChannel(channelKey).spec;
    return detail.as === "pictures" ? [{ wantedVersionId, detail }] : [];
  });
  const facts = await loadProductFacts(
    database,
    specs.map(({ wantedVersionId }) => wantedVersionId),
  );
  const pages = new Map<string, PageRecipe>();
  for (const { wantedVersionId, detail } of specs) {
    const product = facts.get(wantedVersionId);
    if (!product) continue;
    const recipe = pageRecipe(product, detail, await findPagePhotos({ database }, product, detail));
    pages.set(pageAddress(recipe), recipe);
  }
  return pages;
}
