import { type Database, inTransaction } from "#app/services/database/database.ts";
import { issue } from "../issue/issue.ts";
import { toStored } from "../issue/stored-issues.ts";
import { moveListing } from "./move-listing.ts";
import { settledStates } from "./states.ts";

/** After the last attempt of a job: a person must look. What has settled meanwhile stays as it is. */
export async function failListing(database: Database, listingId: string): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const listing = await transaction.listing.findUnique({ where: { id: listingId } });
    if (!listing || settledStates.includes(listing.state)) return;
    const issues = toStored([issue("mall.given_up", { mall: listing.channelKey })]);
    await moveListing(transaction, listingId, "failed", { issues });
  });
}
