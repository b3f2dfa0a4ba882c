import { lapseVisits, remindOfContent, remindVisits } from "#app/domain/visit/remind-visits.ts";
import type { WorkerContext } from "../context.ts";

/** Every ten minutes: tomorrow's visits and late content are remembered, and requests whose time has come are over. */
export async function remindOfVisits({ database, log }: Pick<WorkerContext, "database" | "log">): Promise<void> {
  const reminded = await remindVisits(database);
  const late = await remindOfContent(database);
  const lapsed = await lapseVisits(database);
  if (reminded + late + lapsed > 0) log.info({ reminded, late, lapsed }, "visits");
}
