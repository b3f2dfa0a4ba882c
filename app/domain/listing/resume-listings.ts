import type { Database, Prisma } from "#app/services/database/database.ts";
import type { Listing } from "#app/services/database/generated/client.ts";
import { findWithoutJob } from "#app/services/queue/abandoned-jobs.ts";
import { addJobs } from "#app/services/queue/jobs.ts";

import { listingJob, updateJob, urgency } from "./listing-job.ts";

/** A fresh one may still wait for its pictures. */
const freshMilliseconds = 10 * 60_000;

/**
 * Gives a next job to every listing that is not settled and has none, at the malls that can be asked: one whose mall had no
 * keys when its turn came. Returns how many.
 */
export async function resumeListings(
  database: Database,
  { connected, now = new Date() }: { connected: readonly string[]; now?: Date },
): Promise<number> {
  const unsettled: Prisma.ListingWhereInput[] = [
    { state: { in: ["sending", "unknown", "in_review", "withdrawing"] } },
    { wanted: "live", state: "waiting", channel: { on: true } },
    { wanted: "live", state: "live", outdated: true, channel: { on: true } },
    { wanted: "withdrawn", state: { in: ["waiting", "not_ready", "refused", "live"] } },
  ];
  const found = await database.listing.findMany({
    where: {
      channelKey: { in: [...connected] },
      // What is recalled is asked for every minute, before all else (press-recalls.ts).
      product: { recalls: { none: { confirmedAt: null } } },
      wantedAt: { lt: new Date(now.getTime() - freshMilliseconds) },
      OR: unsettled,
    },
    select: { id: true, channelKey: true, state: true, wanted: true },
  });
  const idle = await findWithoutJob(
    database,
    found.map(({ id }) => id),
  );
  const stranded = found.filter(({ id }) => idle.has(id));
  for (const task of ["publish-listing", "follow-listing", "withdraw-listing", "update-listing"] as const) {
    const jobs = stranded.filter((listing) => nextTask(listing) === task);
    await addJobs(
      database,
      task,
      jobs.map((listing) => ({
        payload: { listingId: listing.id },
        ...(task === "update-listing" ? updateJob : listingJob)(listing),
        ...(task === "withdraw-listing" && { priority: urgency.takingDown }),
      })),
    );
  }
  return stranded.length;
}

function nextTask({ state, wanted }: Pick<Listing, "state" | "wanted">) {
  if (state === "sending" || state === "unknown") return "follow-listing";
  if (wanted === "withdrawn" || state === "withdrawing") return "withdraw-listing";
  if (state === "live") return "update-listing";
  return state === "in_review" ? "follow-listing" : "publish-listing";
}
