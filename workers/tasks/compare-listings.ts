import { planComparisons } from "#app/domain/drift/plan-comparisons.ts";
import { planLooks } from "#app/domain/drift/plan-looks.ts";
import type { WorkerContext } from "../context.ts";

/**
 * Every hour: an hour's share of what stands at the malls is compared with what was sent, and whose account was not looked through for
 * longest has its turn.
 */
export async function compareListings({ database, malls, log }: WorkerContext): Promise<void> {
  const connected = Object.keys(malls);
  const planned = await planComparisons(database, { connected });
  const looks = await planLooks(database, { connected });
  if (planned > 0 || looks > 0) log.info({ planned, looks }, "comparisons planned");
}
