import { planReadings } from "#app/domain/promotion/record-reading.ts";
import type { WorkerContext } from "../context.ts";

/** Every half hour: what creators published and was not looked at for a day is looked at, for six months. */
export async function watchPromotions({ database, log }: Pick<WorkerContext, "database" | "log">): Promise<void> {
  const planned = await planReadings(database);
  if (planned > 0) log.info({ planned }, "promotions to look at");
}
