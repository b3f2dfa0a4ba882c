import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Listing } from "#app/services/database/generated/client.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import { beside } from "./listing-job.ts";
import { moveListing } from "./move-listing.ts";
import { urgencyOf } from "./urgency-of.ts";

/**
 * Claims a listing for being taken down. Null when nothing is to be asked of the mall: it was never there, or a send is
 * still unsettled, whose look-up calls back here.
 */
export async function beginWithdrawal(database: Database, listingId: string): Promise<Listing | null> {
  return inTransaction(database, async (transaction) => {
    const listing = await transaction.listing.findUnique({ where: { id: listingId } });
    // Wanted again on its way down, it still goes down first.
    if (!listing || (listing.wanted !== "withdrawn" && listing.state !== "withdrawing")) return null;
    switch (listing.state) {
      case "failed":
        if (listing.sentOutcome === "unknown") {
          await moveListing(transaction, listingId, "unknown");
          const priority = await urgencyOf(transaction, listing);
          await addJob(transaction, "follow-listing", { listingId }, { ...beside(listing), priority });
          return null;
        }
        return takeDown(transaction, listing);
      case "not_ready":
      case "waiting":
      case "refused":
        return takeDown(transaction, listing);
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

/** What was ever sent may stand there, whatever came of it in the end: only the mall knows. */
async function takeDown(transaction: Transaction, { id, remoteId, sentAt }: Listing): Promise<Listing | null> {
  if (remoteId !== null || sentAt !== null) return moveListing(transaction, id, "withdrawing");
  await moveListing(transaction, id, "withdrawn");
  return null;
}
