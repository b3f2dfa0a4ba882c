import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { wantAgain } from "../agreement/release-listings.ts";
import { recordAudit } from "../audit/record.ts";
import { ownShopKey } from "../channel/channel-key.ts";
import { refuseHelper } from "../help/only-merchant.ts";
import { askWhereWaiting } from "../listing/ask-for-pictures.ts";
import { newReference } from "../listing/reference.ts";
import { mayRetry, startAgain } from "../listing/retry-listing.ts";
import { wantVersion } from "../listing/want-version.ts";
import { wantGone } from "../listing/withdraw-listing.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import type { OwnShop } from "./connect-own-shop.ts";
import { pinLatest } from "./follow-in-own-shops.ts";

export const ownShopProductsInput = z.object({ productIds: z.array(z.uuid()).min(1).max(500) });

/**
 * Puts products into the merchant's own shop, as they are said now; from then on the shop follows every change of them. What is
 * there already stays, what came to nothing is sent again.
 */
export async function sellInOwnShop(
  database: Database,
  actor: Actor,
  { storeId, mall, productIds }: OwnShop & z.infer<typeof ownShopProductsInput>,
): Promise<Outcome<{ sold: number }>> {
  const helper = refuseHelper(actor);
  if (helper) return helper;
  const channelKey = ownShopKey(mall, storeId);
  const connection = await database.mallConnection.findUnique({ where: { channelKey }, select: { sealed: true } });
  if (!connection?.sealed) return refused("own_shop.not_connected");
  let sold = 0;
  for (const productId of new Set(productIds)) {
    const outcome = await sellOne(database, actor, { storeId, channelKey, productId });
    if (!outcome.ok) return outcome;
    sold += 1;
  }
  return done({ sold });
}

interface OneProduct {
  storeId: string;
  channelKey: string;
  productId: string;
}

async function sellOne(
  database: Database,
  actor: Actor,
  { storeId, channelKey, productId }: OneProduct,
): Promise<Outcome<null>> {
  return inTransaction(database, async (transaction) => {
    // Whoever presses twice waits here for the first.
    const own = await transaction.$queryRaw<unknown[]>`
      SELECT 1 FROM "product" WHERE "id" = ${productId}::uuid AND "store_id" = ${storeId}::uuid FOR UPDATE`;
    if (own.length === 0) return refused("product.not_found");
    if ((await transaction.recall.count({ where: { productId, liftedAt: null } })) > 0) {
      return refused("product.recalled");
    }
    const versionId = await pinLatest(transaction, productId);
    const known = await transaction.listing.findUnique({ where: { productId_channelKey: { productId, channelKey } } });
    if (known) {
      if (known.wanted === "withdrawn") await wantAgain(transaction, known);
      await wantVersion(transaction, actor, { productId, versionId, malls: [channelKey] });
      await askWhereWaiting(transaction, versionId);
      const after = await transaction.listing.findUniqueOrThrow({ where: { id: known.id } });
      if (mayRetry(after)) await startAgain(transaction, actor, known.id);
      return done(null);
    }
    const { id } = await transaction.listing.create({
      data: { productId, channelKey, reference: newReference(), wantedVersionId: versionId, state: "waiting" },
    });
    await recordAudit(transaction, actor, {
      action: "plan-listings",
      subject: { kind: "listing", id },
      versionAfter: versionId,
      details: { state: "waiting", mall: channelKey },
    });
    await askWhereWaiting(transaction, versionId);
    return done(null);
  });
}

/** Takes products out of the own shop; a worker believes only the shop's own word that they are gone. */
export async function takeOutOfOwnShop(
  database: Database,
  actor: Actor,
  { storeId, mall, productIds }: OwnShop & z.infer<typeof ownShopProductsInput>,
): Promise<Outcome<{ taken: number }>> {
  const helper = refuseHelper(actor);
  if (helper) return helper;
  const listings = await database.listing.findMany({
    where: {
      channelKey: ownShopKey(mall, storeId),
      productId: { in: productIds },
      OR: [{ wanted: "live" }, { paused: true }],
    },
    select: { id: true },
  });
  for (const { id } of listings) await inTransaction(database, (transaction) => wantGone(transaction, actor, id));
  return done({ taken: listings.length });
}
