import { planComparisons } from "#app/domain/drift/plan-comparisons.ts";
import type { WorkerContext } from "../context.ts";

/** Every hour: an hour's share of what stands at the malls is compared with what was sent. */
export async function compareListings({ database, malls, log }: WorkerContext): Promise<void> {
  const planned = await planComparisons(database, { connected: Object.keys(malls) });
  if (planned > 0) log.info({ planned }, "comparisons planned");
}
