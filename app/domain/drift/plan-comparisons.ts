import type { Database, Prisma } from "#app/services/database/database.ts";
import { addJobs } from "#app/services/queue/jobs.ts";
import { listingJob, urgency } from "../listing/listing-job.ts";

/** Each listing that stands is compared once in so many hours; an hour's share of a mall has an end. */
const everyHours = 20;
const anHour = 200;

/** Enqueues the comparison of what was not compared for longest. Gives how many. */
export async function planComparisons(
  database: Database,
  { connected, now = new Date() }: { connected: readonly string[]; now?: Date },
): Promise<number> {
  const before = new Date(now.getTime() - everyHours * 3_600_000);
  const due = { OR: [{ checkedAt: null }, { checkedAt: { lt: before } }] };
  let planned = 0;
  for (const channelKey of connected) planned += await enqueueComparisons(database, { channelKey, ...due }, anHour);
  return planned;
}

/** As mayCompare says (compare-listing.ts). */
const comparable: Prisma.ListingWhereInput = {
  OR: [{ state: "live" }, { state: "refused", sentOutcome: "accepted", remoteId: { not: null } }],
};

/** Of what stands, the oldest comparison first, behind everything else that waits for a mall. Gives how many. */
export async function enqueueComparisons(
  database: Database,
  where: Prisma.ListingWhereInput,
  most?: number,
): Promise<number> {
  const listings = await database.listing.findMany({
    where: { AND: [where, comparable], channel: { on: true }, wanted: "live" },
    orderBy: { checkedAt: { sort: "asc", nulls: "first" } },
    take: most,
    select: { id: true, channelKey: true },
  });
  await addJobs(
    database,
    "compare-listing",
    listings.map((listing) => ({
      payload: { listingId: listing.id },
      ...listingJob(listing),
      key: `compare:${listing.id}`,
      priority: urgency.comparison,
    })),
  );
  return listings.length;
}
