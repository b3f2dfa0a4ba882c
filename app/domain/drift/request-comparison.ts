import type { Database } from "#app/services/database/database.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { enqueueComparisons } from "./plan-comparisons.ts";
import { enqueueLooks } from "./plan-looks.ts";

/**
 * Everything that stands at a mall is compared now, whenever that was done last, and the programme's account there looked through. Gives
 * how many listings are compared.
 */
export async function requestComparison(
  database: Database,
  channelKey: string,
): Promise<Outcome<{ asked: number; at: Date }>> {
  if ((await database.channel.count({ where: { key: channelKey, on: true } })) === 0)
    return refused("channel.not_found");
  const at = new Date();
  await enqueueLooks(database, { key: channelKey });
  return done({ asked: await enqueueComparisons(database, { channelKey }), at });
}
