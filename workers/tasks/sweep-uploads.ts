import { sweepUploads } from "#app/domain/upload/sweep-uploads.ts";
import type { WorkerContext } from "../context.ts";

export async function sweepLeftUploads({
  database,
  arriving,
}: Pick<WorkerContext, "database" | "arriving">): Promise<void> {
  await sweepUploads({ database, arriving });
}
