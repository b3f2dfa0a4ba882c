import type { Database } from "#app/services/database/database.ts";
import { addJobs } from "#app/services/queue/jobs.ts";
import { listingJob, urgency } from "../listing/listing-job.ts";

/** Each listing that stands is compared once in so many hours; an hour's share of a mall has an end. */
const everyHours = 20;
const anHour = 200;

/**
 * Enqueues the comparison of what was not compared for longest, behind everything else that waits for a mall. Gives how many.
 */
export async function planComparisons(
  database: Database,
  { connected, now = new Date() }: { connected: readonly string[]; now?: Date },
): Promise<number> {
  let planned = 0;
  for (const channelKey of connected) {
    const due = await database.listing.findMany({
      where: {
        channelKey,
        channel: { on: true },
        state: "live",
        wanted: "live",
        OR: [{ checkedAt: null }, { checkedAt: { lt: new Date(now.getTime() - everyHours * 3_600_000) } }],
      },
      orderBy: { checkedAt: { sort: "asc", nulls: "first" } },
      take: anHour,
      select: { id: true, channelKey: true },
    });
    await addJobs(
      database,
      "compare-listing",
      due.map((listing) => ({
        payload: { listingId: listing.id },
        ...listingJob(listing),
        key: `compare:${listing.id}`,
        priority: urgency.comparison,
      })),
    );
    planned += due.length;
  }
  return planned;
}
