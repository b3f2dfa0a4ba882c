import { deleteExpired } from "#app/domain/account/delete-expired.ts";
import type { WorkerContext } from "../context.ts";

export async function deleteExpiredEntries({ database }: Pick<WorkerContext, "database">): Promise<void> {
  await deleteExpired(database);
}
