import type { Database } from "#app/services/database/database.ts";
import type { Benefit, Platform } from "#app/services/database/generated/enums.ts";
import { dayOf } from "../visit/seoul-time.ts";

/** What visitors see of what a creator published. */
export interface PublishedPromotion {
  id: string;
  title: string;
  address: string;
  platform: Platform;
  /** Of the creator. */
  penName: string;
  /** `2026-12-05` */
  publishedOn: string;
  /** What the creator was given: said beside every link. */
  benefit: Benefit;
  /** Names of the products it shows, as they are now. */
  products: { id: string; name: string }[];
}

const most = 12;

/** Accepted promotions of a store, or those that show one of its products; the newest first. */
export async function listPublished(
  database: Database,
  where: { storeSlug: string } | { productId: string },
): Promise<PublishedPromotion[]> {
  const rows = await database.promotion.findMany({
    where: {
      state: "accepted",
      ...("storeSlug" in where
        ? { visit: { place: { store: { slug: where.storeSlug, state: "approved" } } } }
        : { products: { some: { productId: where.productId } }, visit: { place: { store: { state: "approved" } } } }),
    },
    orderBy: [{ publishedOn: "desc" }, { id: "asc" }],
    take: most,
    include: {
      channel: { select: { platform: true, creator: { select: { penName: true } } } },
      visit: { select: { place: { select: { campaign: { select: { benefit: true } } } } } },
      products: {
        select: {
          product: {
            select: { id: true, versions: { orderBy: { number: "desc" }, take: 1, select: { name: true } } },
          },
        },
      },
    },
  });
  return rows.map(({ id, title, address, publishedOn, channel, visit, products }) => ({
    ...{ id, title, address, platform: channel.platform, penName: channel.creator.penName },
    publishedOn: dayOf(publishedOn),
    benefit: visit.place.campaign.benefit,
    products: products.map(({ product }) => ({ id: product.id, name: product.versions[0]?.name ?? "" })),
  }));
}
