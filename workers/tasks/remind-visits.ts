import { lapseVisits, remindVisits } from "#app/domain/visit/remind-visits.ts";
import type { WorkerContext } from "../context.ts";

/** Every ten minutes: tomorrow's visits are remembered, and requests whose time has come are over. */
export async function remindOfVisits({ database, log }: Pick<WorkerContext, "database" | "log">): Promise<void> {
  const reminded = await remindVisits(database);
  const lapsed = await lapseVisits(database);
  if (reminded + lapsed > 0) log.info({ reminded, lapsed }, "visits");
}
