import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Listing } from "#app/services/database/generated/client.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { isOwnShop } from "../channel/channel-key.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { askForPictures } from "./ask-for-pictures.ts";
import { lockListing } from "./lock-listing.ts";
import { mayRetry } from "./retry-listing.ts";
import { wantVersion } from "./want-version.ts";

export const sendCorrectionInput = z.object({
  listingId: z.uuid(),
  /** The version that the office saw. */
  versionId: z.uuid(),
});

type StuckListing = Pick<Listing, "wanted" | "state" | "sentOutcome" | "channelKey" | "wantedVersionId">;

/**
 * What a merchant has changed since it was chosen, where a mall did not take it as it was: the version that may be sent instead. Null
 * where nothing was changed. One that failed is tried again first; a shop of its own follows every change by itself.
 */
export function correctionOf(listing: StuckListing, latest: { id: string } | null): string | null {
  if (!latest || latest.id === listing.wantedVersionId || isOwnShop(listing.channelKey)) return null;
  return mayRetry(listing) && listing.state !== "failed" ? latest.id : null;
}

export function findLatestVersion(transaction: Transaction, productId: string): Promise<{ id: string } | null> {
  return transaction.productVersion.findFirst({
    where: { productId },
    orderBy: { number: "desc" },
    select: { id: true },
  });
}

/**
 * Sends what the merchant has put right to a mall that did not take the product as it was chosen. Somebody of the office has looked at what
 * changed, for nobody judged it; what was judged stays as it was, and other malls keep what they have.
 */
export async function sendCorrection(
  database: Database,
  actor: Actor,
  { listingId, versionId }: z.infer<typeof sendCorrectionInput>,
): Promise<Outcome<{ listingId: string }>> {
  const notAllowed = refuseUnlessOffice(actor);
  if (notAllowed) return notAllowed;
  return inTransaction(database, async (transaction) => {
    const listing = await lockListing(transaction, listingId);
    if (!listing) return refused("listing.not_found");
    const { productId, channelKey } = listing;
    // Changed once more since, it is looked at once more.
    if (correctionOf(listing, await findLatestVersion(transaction, productId)) !== versionId)
      return refused("listing.not_repeatable");
    await transaction.productVersion.updateMany({
      where: { id: versionId, pinnedAt: null },
      data: { pinnedAt: new Date() },
    });
    await wantVersion(transaction, actor, { productId, versionId, malls: [channelKey] });
    await askForPictures(transaction, versionId);
    return done({ listingId });
  });
}
