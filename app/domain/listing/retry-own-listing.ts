import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Listing } from "#app/services/database/generated/client.ts";
import type { ListingState } from "#app/services/database/generated/enums.ts";
import type { Actor } from "../account/actor.ts";
import { type Outcome, refused } from "../outcome.ts";
import { startAgain } from "./retry-listing.ts";
import { correctionOf, findLatestVersion } from "./send-correction.ts";

export const retryOwnListingInput = z.object({ storeId: z.uuid(), productId: z.uuid(), mall: z.string() });

/**
 * Whether its merchant may send it once more: what a mall refused, after a return fee or stock was put right or the mall was spoken to.
 * Another version goes there when the office has looked at it, and what failed is the office's.
 */
export function mayRetryOwn(listing: Listing, latest: { id: string } | null): boolean {
  return listing.wanted === "live" && listing.state === "refused" && correctionOf(listing, latest) === null;
}

/** Sends one's own product once more to a mall that refused it, before every bulk. */
export async function retryOwnListing(
  database: Database,
  actor: Actor,
  { storeId, productId, mall }: z.infer<typeof retryOwnListingInput>,
): Promise<Outcome<{ to: ListingState }>> {
  const found = await database.listing.findFirst({
    where: { productId, channelKey: mall, product: { storeId } },
    select: { id: true },
  });
  if (!found) return refused("listing.not_found");
  return inTransaction(database, (transaction) =>
    startAgain(transaction, actor, found.id, {
      may: async (listing) => mayRetryOwn(listing, await findLatestVersion(transaction, productId)),
    }),
  );
}
