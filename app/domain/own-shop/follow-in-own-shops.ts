import type { Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { askWhereWaiting } from "../listing/ask-for-pictures.ts";
import { wantVersion } from "../listing/want-version.ts";

/** Products were saved anew: the shops of their own that sell them are to have them as they are said now. */
export async function followInOwnShops(
  transaction: Transaction,
  actor: Actor,
  productIds: readonly string[],
): Promise<void> {
  const listings = await transaction.listing.findMany({
    where: { productId: { in: [...productIds] }, wanted: "live", channel: { storeId: { not: null } } },
    select: { productId: true, channelKey: true },
  });
  for (const { productId, channelKey } of listings) {
    const versionId = await pinLatest(transaction, productId);
    await wantVersion(transaction, actor, { productId, versionId, malls: [channelKey] });
    await askWhereWaiting(transaction, versionId);
  }
}

/** What a shop is sent never changes behind its back: what is said next is another version. */
export async function pinLatest(transaction: Transaction, productId: string): Promise<string> {
  const latest = await transaction.productVersion.findFirstOrThrow({
    where: { productId },
    orderBy: { number: "desc" },
    select: { id: true, pinnedAt: true },
  });
  if (latest.pinnedAt === null) {
    await transaction.productVersion.update({ where: { id: latest.id }, data: { pinnedAt: new Date() } });
  }
  return latest.id;
}
