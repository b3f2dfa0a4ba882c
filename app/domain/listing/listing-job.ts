/** Jobs of one mall that run at once; the malls' own limits allow few requests, and other malls need hands too. */
const lanes = 4;

/** How soon the work of a listing comes among its mall's; graphile-worker takes the smallest first. */
export const urgency = { comparison: 10, bulk: 0, takingDown: -5, person: -10, recall: -20 } as const;

/**
 * Where jobs of a listing run: one after another, and few of a mall side by side, so that a slow mall keeps nobody else's work
 * waiting. A later job takes the place of one that still waits.
 */
export function listingJob({ id, channelKey }: { id: string; channelKey: string }, inSeconds = 0) {
  const lane = Number.parseInt(id.slice(-4), 16) % lanes;
  return {
    key: `listing:${id}`,
    queue: `mall:${channelKey}:${lane}`,
    ...(inSeconds > 0 ? { runAt: new Date(Date.now() + inSeconds * 1000) } : {}),
  };
}

/** What changed on a listing that stands; it takes no other job's place. */
export function updateJob(listing: { id: string; channelKey: string }, inSeconds = 0) {
  return { ...listingJob(listing, inSeconds), key: `update:${listing.id}` };
}

/**
 * The same job where a person waits for it: in no line at all. Whoever takes a job locks every free line for a moment, and one that stands
 * in a line is not seen by others meanwhile.
 */
export function urgent<Job extends { queue: string }>({ queue: _, ...job }: Job) {
  return { ...job, priority: urgency.person };
}

/** A taking down that does not take the place of the question about a send: what became of it must be known first. */
export function beside(listing: { id: string; channelKey: string }) {
  return { queue: listingJob(listing).queue, priority: urgency.takingDown };
}
