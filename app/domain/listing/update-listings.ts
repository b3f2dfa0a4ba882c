import type { Transaction } from "#app/services/database/database.ts";
import { addJobs } from "#app/services/queue/jobs.ts";
import { updateJob, urgency } from "./listing-job.ts";

/**
 * Something about these products changed that their malls should have. Each mall is sent only what differs from what it was sent
 * last, by a job of this transaction; what does not stand yet is compared when it does.
 */
export async function updateListings(
  transaction: Transaction,
  productIds: readonly string[],
  priority: number = urgency.person,
): Promise<void> {
  if (productIds.length === 0) return;
  const listings = await transaction.listing.updateManyAndReturn({
    where: {
      productId: { in: [...productIds] },
      wanted: "live",
      state: { in: ["sending", "unknown", "in_review", "live"] },
    },
    data: { outdated: true, wantedAt: new Date() },
    select: { id: true, channelKey: true, state: true },
  });
  const standing = listings.filter(({ state }) => state === "live");
  await addJobs(
    transaction,
    "update-listing",
    standing.map((listing) => ({ payload: { listingId: listing.id }, ...updateJob(listing), priority })),
  );
}
