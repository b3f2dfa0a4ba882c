import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Listing } from "#app/services/database/generated/client.ts";
import { moveListing } from "./move-listing.ts";

/**
 * Claims a listing for being taken down. Null when nothing is to be asked of the mall: it was never there, or a send is
 * still unsettled, whose look-up calls back here.
 */
export async function beginWithdrawal(database: Database, listingId: string): Promise<Listing | null> {
  return inTransaction(database, async (transaction) => {
    const listing = await transaction.listing.findUnique({ where: { id: listingId } });
    if (!listing || listing.wanted !== "withdrawn") return null;
    switch (listing.state) {
      case "not_ready":
      case "waiting":
      case "refused":
      case "failed":
        if (listing.remoteId === null) {
          await moveListing(transaction, listingId, "withdrawn");
          return null;
        }
        return moveListing(transaction, listingId, "withdrawing");
      case "live":
      case "in_review":
      case "withdrawing":
        return moveListing(transaction, listingId, "withdrawing");
      case "sending":
      case "unknown":
      case "withdrawn":
        return null;
    }
  });
}
