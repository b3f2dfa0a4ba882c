import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { forgetOwnShops } from "../own-shop/connect-own-shop.ts";
import { redrawSeasonCards, seasonsOf } from "../season/season-card.ts";
import { cancelStoreVisits } from "../visit/cancel-store-visits.ts";
import { lockStore } from "./load-store-record.ts";
import { storeStates } from "./states.ts";

export const closeStoreInput = z.object({ storeId: z.uuid() });

/** The store leaves for good; what it has at a mall must be down before. */
export async function closeStore(
  database: Database,
  actor: Actor,
  { storeId }: z.infer<typeof closeStoreInput>,
): Promise<Outcome<{ name: string }>> {
  const notOffice = refuseUnlessOffice(actor);
  if (notOffice) return notOffice;
  return inTransaction(database, async (transaction) => {
    await lockStore(transaction, storeId);
    const store = await transaction.store.findUnique({ where: { id: storeId }, select: { name: true, state: true } });
    if (!store) return refused("store.not_found");
    if (!storeStates.allows(store.state, "closed")) return refused("store.closed");
    const standing = await transaction.listing.count({
      where: {
        product: { storeId },
        OR: [{ wanted: "live" }, { state: { in: ["sending", "unknown", "in_review", "live", "withdrawing"] } }],
      },
    });
    if (standing > 0) return refused("store.still_listed", {}, { params: { count: standing } });
    await cancelStoreVisits(transaction, actor, { storeId });
    await forgetOwnShops(transaction, storeId);
    await transaction.store.update({ where: { id: storeId }, data: { state: "closed" } });
    await redrawSeasonCards(transaction, seasonsOf(storeId));
    await recordAudit(transaction, actor, { action: "close-store", subject: { kind: "store", id: storeId } });
    return done({ name: store.name });
  });
}
