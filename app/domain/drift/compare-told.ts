import type { Database } from "#app/services/database/database.ts";
import { enqueueComparisons } from "./plan-comparisons.ts";

/**
 * A mall has told that a product changed there: it is compared soon, as by the schedule. What it had told us before by an answer (our own
 * changes, and whatever comes late) is no news. Gives how many listings are compared.
 */
export async function compareTold(
  database: Database,
  { channelKey, remoteId, at }: { channelKey: string; remoteId: string; at: Date | null },
): Promise<number> {
  const unheard = at === null ? {} : { OR: [{ heardAt: null }, { heardAt: { lt: at } }] };
  return enqueueComparisons(database, { channelKey, remoteId, ...unheard });
}
