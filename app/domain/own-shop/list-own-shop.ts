import type { Database } from "#app/services/database/database.ts";
import type { ListingState, WantedState } from "#app/services/database/generated/enums.ts";
import { ownShopKey } from "../channel/channel-key.ts";
import type { Issue } from "../issue/issue.ts";
import { fromStored } from "../issue/stored-issues.ts";
import { toldState } from "../listing/states.ts";
import { type EditedPhoto, storedPhoto } from "../picture/photo-edits.ts";
import { loadProductFacts } from "../product/load-product-facts.ts";
import { type MallRules, readinessForMall } from "../product/readiness.ts";
import type { OwnShop } from "./connect-own-shop.ts";

export interface OwnShopProduct {
  id: string;
  name: string;
  /** Won, as it is asked for now. */
  price: number;
  photo: EditedPhoto | null;
  /** Whether the office has chosen it, in whichever season. */
  chosen: boolean;
  /** Null: it was never put into the shop. */
  listing: { state: ListingState; wanted: WantedState; pageUrl: string | null } | null;
  /** What keeps it from being sold there: our own checks', or the shop's. */
  issues: Issue[];
}

const pageSize = 30;

/**
 * A store's products with how they stand in its own shop: what is there and what the office has chosen comes first, then the newest.
 * `page` counts from 0.
 */
export async function listOwnShop(
  database: Database,
  { storeId, mall }: OwnShop,
  rules: MallRules | null,
  page = 0,
): Promise<{ products: OwnShopProduct[]; more: boolean }> {
  const channelKey = ownShopKey(mall, storeId);
  const ids = await database.$queryRaw<{ id: string; chosen: boolean }[]>`
    SELECT product."id", EXISTS (
             SELECT FROM "submission" WHERE "product_id" = product."id" AND "state" = 'selected') AS "chosen"
    FROM "product" AS product
    LEFT JOIN "listing" AS listing ON listing."product_id" = product."id" AND listing."channel_key" = ${channelKey}
    WHERE product."store_id" = ${storeId}::uuid
      AND NOT EXISTS (SELECT FROM "recall" WHERE "product_id" = product."id" AND "lifted_at" IS NULL)
    ORDER BY (listing."wanted" = 'live') DESC NULLS LAST, "chosen" DESC, product."created_at" DESC, product."sku"
    LIMIT ${pageSize + 1} OFFSET ${page * pageSize}`;
  const shown = ids.slice(0, pageSize);
  const stored = await database.product.findMany({
    where: { id: { in: shown.map(({ id }) => id) } },
    include: {
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        include: { photos: { orderBy: { position: "asc" }, take: 1 } },
      },
      listings: { where: { channelKey } },
    },
  });
  const byId = new Map(stored.map((product) => [product.id, product]));
  const facts = await loadProductFacts(
    database,
    stored.flatMap(({ versions }) => versions.map(({ id }) => id)),
  );
  const products = shown.flatMap(({ id, chosen }): OwnShopProduct[] => {
    const product = byId.get(id);
    const version = product?.versions[0];
    const said = version && facts.get(version.id);
    if (!product || !version || !said) return [];
    const [listing = null] = product.listings;
    const ready = rules && readinessForMall(said, rules);
    const issues = listing && listing.wanted === "live" ? fromStored(listing.issues) : (ready?.issues ?? []);
    return [
      {
        ...{ id, name: version.name, price: said.price, photo: storedPhoto(version.photos[0]), chosen, issues },
        listing: listing && { state: toldState(listing), wanted: listing.wanted, pageUrl: listing.pageUrl },
      },
    ];
  });
  return { products, more: ids.length > pageSize };
}

/** Keys of the own shops that a store has connected. */
export async function listOwnShops(database: Database, storeId: string): Promise<string[]> {
  const shops = await database.mallConnection.findMany({
    where: { channel: { storeId }, sealed: { not: null } },
    select: { channelKey: true },
    orderBy: { channelKey: "asc" },
  });
  return shops.map(({ channelKey }) => channelKey);
}
