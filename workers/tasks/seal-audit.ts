import { sealLines } from "#app/domain/audit/seal-lines.ts";
import type { WorkerContext } from "../context.ts";

/** Every minute, and when a season is frozen. */
export async function sealAudit({ database, log }: Pick<WorkerContext, "database" | "log">): Promise<void> {
  const { sealed, waitingFor } = await sealLines(database);
  if (waitingFor > 0) log.warn({ waitingFor }, "lines are not sealed yet: older ones may still be committed");
  else if (sealed > 0) log.debug({ sealed }, "audit lines sealed");
}
