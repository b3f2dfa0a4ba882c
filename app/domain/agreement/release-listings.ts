import type { Transaction } from "#app/services/database/database.ts";
import type { Listing } from "#app/services/database/generated/client.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import { hasErrors } from "../issue/issue.ts";
import { fromStored, toStored } from "../issue/stored-issues.ts";
import { listingJob } from "../listing/listing-job.ts";
import { moveListing } from "../listing/move-listing.ts";
import { loadStoreWord } from "./load-store-word.ts";
import { isMissingWord, judgePermission } from "./permission.ts";

/** The store has given its word: what waited for nothing else goes on, what came down for it goes up again. */
export async function releaseListings(transaction: Transaction, storeId: string, mall?: string): Promise<void> {
  const word = await loadStoreWord(transaction, storeId);
  const ids = await transaction.$queryRaw<{ id: string }[]>`
    SELECT listing."id" FROM "listing" AS listing JOIN "product" AS product ON product."id" = listing."product_id"
    WHERE product."store_id" = ${storeId}::uuid AND (listing."paused" OR listing."state" = 'not_ready')
      AND (${mall ?? null}::text IS NULL OR listing."channel_key" = ${mall ?? null})
    ORDER BY listing."id" FOR UPDATE OF listing`;
  const listings = await transaction.listing.findMany({ where: { id: { in: ids.map(({ id }) => id) } } });
  for (const listing of listings) {
    if (judgePermission(word, listing.channelKey).length > 0) continue;
    if (listing.paused) await wantAgain(transaction, listing);
    else if (listing.wanted === "live") await goOn(transaction, listing);
  }
}

/** Taken down, and wanted up again as it is; the row is locked by whoever calls. */
export async function wantAgain(transaction: Transaction, listing: Listing): Promise<void> {
  const { id, state } = listing;
  await transaction.listing.update({
    where: { id },
    data: { wanted: "live", paused: false, wantedAt: new Date() },
  });
  if (state === "withdrawn" || state === "waiting") {
    await moveListing(transaction, id, "waiting", { issues: [] });
    await addJob(transaction, "publish-listing", { listingId: id }, listingJob(listing));
  } else if (state === "sending" || state === "unknown" || state === "in_review") {
    await addJob(transaction, "follow-listing", { listingId: id }, listingJob(listing));
  }
  // On its way down it is sent anew once the mall says that it is down; what still stands simply stays.
}

async function goOn(transaction: Transaction, listing: Listing): Promise<void> {
  const { id } = listing;
  const issues = fromStored(listing.issues);
  const left = issues.filter((one) => !isMissingWord(one));
  if (left.length === issues.length) return;
  const ready = !hasErrors(left);
  await moveListing(transaction, id, ready ? "waiting" : "not_ready", { issues: toStored(left) });
  if (ready) await addJob(transaction, "publish-listing", { listingId: id }, listingJob(listing));
}
