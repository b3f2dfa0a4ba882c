import { type Database, inTransaction } from "#app/services/database/database.ts";
import { toStored } from "../issue/stored-issues.ts";
import { moveListing } from "../listing/move-listing.ts";
import { loadStoreWord } from "./load-store-word.ts";
import { judgePermission } from "./permission.ts";

/** Holds a waiting listing back whose merchant has not agreed; true when it did. Whoever agrees at this moment comes before or after. */
export async function holdWithoutWord(database: Database, listingId: string): Promise<boolean> {
  return inTransaction(database, async (transaction) => {
    const { channelKey, product } = await transaction.listing.findUniqueOrThrow({
      where: { id: listingId },
      select: { channelKey: true, product: { select: { storeId: true } } },
    });
    const missing = judgePermission(await loadStoreWord(transaction, product.storeId), channelKey);
    if (missing.length === 0) return false;
    const { state } = await transaction.listing.findUniqueOrThrow({
      where: { id: listingId },
      select: { state: true },
    });
    if (state === "waiting") await moveListing(transaction, listingId, "not_ready", { issues: toStored(missing) });
    return true;
  });
}
