import { setTimeout as sleep } from "node:timers/promises";
import { listingJob } from "#app/domain/listing/listing-job.ts";
import { addJobs } from "#app/services/queue/jobs.ts";
import type { Stage } from "#commands/rehearsal/stage.ts";

/** Enqueues all of these at once, as soon as so many workers are up. */
export async function addPublishing(
  stage: Stage,
  listings: readonly { id: string; channelKey: string }[],
  workers: number,
): Promise<void> {
  while (stage.workers.length < workers) stage.hire();
  while (stage.workers.some((worker) => worker.pid() === undefined)) await sleep(50);
  const jobs = listings.map((listing) => ({ payload: { listingId: listing.id }, ...listingJob(listing) }));
  await addJobs(stage.database, "publish-listing", jobs);
}
