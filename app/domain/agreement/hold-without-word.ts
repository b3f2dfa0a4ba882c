import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Listing } from "#app/services/database/generated/client.ts";
import { toStored } from "../issue/stored-issues.ts";
import { moveListing } from "../listing/move-listing.ts";
import { loadStoreWord, readWordFor } from "./load-store-word.ts";
import { judgePermission } from "./permission.ts";

/** Holds a waiting listing back whose merchant has not agreed; true when it did. Whoever agrees at this moment comes before or after. */
export async function holdWithoutWord(
  database: Database,
  { id: listingId, productId, channelKey }: Pick<Listing, "id" | "productId" | "channelKey">,
): Promise<boolean> {
  if (judgePermission(await readWordFor(database, productId), channelKey).length === 0) return false;
  return inTransaction(database, async (transaction) => {
    const { storeId } = await transaction.product.findUniqueOrThrow({ where: { id: productId } });
    const missing = judgePermission(await loadStoreWord(transaction, storeId), channelKey);
    if (missing.length === 0) return false;
    const { state } = await transaction.listing.findUniqueOrThrow({
      where: { id: listingId },
      select: { state: true },
    });
    if (state === "waiting") await moveListing(transaction, listingId, "not_ready", { issues: toStored(missing) });
    return true;
  });
}
