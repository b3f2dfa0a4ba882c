import { resumeListings } from "#app/domain/listing/resume-listings.ts";
import type { WorkerContext } from "../context.ts";

/** At a worker's start and every ten minutes. */
export async function resumeStrandedListings({ database, malls, log }: WorkerContext): Promise<void> {
  const resumed = await resumeListings(database, { connected: Object.keys(malls) });
  if (resumed > 0) log.info({ resumed }, "listings resumed");
}
