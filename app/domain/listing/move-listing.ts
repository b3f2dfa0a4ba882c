import type { Prisma, Transaction } from "#app/services/database/database.ts";
import type { Listing, ListingState } from "#app/services/database/generated/client.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { countPublishing } from "./count-publishing.ts";
import { listingStates } from "./states.ts";

/**
 * The only way a listing's state changes once it exists (the claim of a send apart): along the table, with an audit line
 * and the progress counted anew. The same state again refreshes the facts only.
 */
export async function moveListing(
  transaction: Transaction,
  listingId: string,
  to: ListingState,
  facts: Prisma.ListingUncheckedUpdateInput = {},
): Promise<Listing> {
  await transaction.$queryRaw`SELECT 1 FROM "listing" WHERE "id" = ${listingId}::uuid FOR UPDATE`;
  const listing = await transaction.listing.findUniqueOrThrow({ where: { id: listingId } });
  if (listing.state !== to && !listingStates.allows(listing.state, to)) {
    throw new Error(`Listing ${listingId} cannot move from ${listing.state} to ${to}`);
  }
  const moved = await transaction.listing.update({ where: { id: listingId }, data: { ...facts, state: to } });
  if (listing.state !== to) {
    await recordAudit(transaction, program, {
      action: "move-listing",
      subject: { kind: "listing", id: listingId },
      versionAfter: listing.wantedVersionId,
      details: { from: listing.state, to },
    });
    await countPublishing(transaction, listingId);
  }
  return moved;
}
