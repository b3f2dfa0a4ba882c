import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Listing } from "#app/services/database/generated/client.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { isOwnShop } from "../channel/channel-key.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { askForPictures } from "./ask-for-pictures.ts";
import { lockListing } from "./lock-listing.ts";
import { wantVersion } from "./want-version.ts";

export const putUpAgainInput = z.object({ listingId: z.uuid() });

/**
 * Whether the office may want it there again: what waits for its merchant's word comes back by itself, a shop of its own is the
 * merchant's, and a taking down that failed is to be ended first.
 */
export function mayPutUp({
  wanted,
  paused,
  state,
  channelKey,
}: Pick<Listing, "wanted" | "paused" | "state" | "channelKey">): boolean {
  return wanted === "withdrawn" && !paused && state !== "failed" && !isOwnShop(channelKey);
}

/** What was taken down at one mall, by hand or by a recall that is lifted, goes up there again as it was wanted last: of chosen products alone. */
export async function putUpAgain(
  database: Database,
  actor: Actor,
  { listingId }: z.infer<typeof putUpAgainInput>,
): Promise<Outcome<{ listingId: string }>> {
  const notAllowed = refuseUnlessOffice(actor);
  if (notAllowed) return notAllowed;
  return inTransaction(database, async (transaction) => {
    const listing = await lockListing(transaction, listingId);
    if (!listing) return refused("listing.not_found");
    const { productId, channelKey, wantedVersionId: versionId } = listing;
    if ((await transaction.recall.count({ where: { productId, liftedAt: null } })) > 0)
      return refused("product.recalled");
    const isChosen = (await transaction.submission.count({ where: { productId, state: "selected" } })) > 0;
    if (!isChosen || !mayPutUp(listing)) return refused("listing.not_repeatable");
    await wantVersion(transaction, actor, { productId, versionId, malls: [channelKey] });
    await askForPictures(transaction, versionId);
    return done({ listingId });
  });
}
