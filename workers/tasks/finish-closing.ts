import { eraseWorkPapers } from "#app/domain/closing/erase-work-papers.ts";
import { finishClosing } from "#app/domain/closing/finish-closing.ts";
import type { Jobs } from "#app/services/queue/jobs.ts";
import type { WorkerContext } from "../context.ts";

/** Ends an account that is being closed as soon as nothing stands at a mall, and erases what need not be kept. */
export async function finishOneClosing(
  { database, blobs }: Pick<WorkerContext, "database" | "blobs">,
  { accountId }: Jobs["finish-closing"],
): Promise<void> {
  if (!(await finishClosing(database, { accountId }))) return;
  const stores = await database.store.findMany({
    where: { state: "closed", members: { some: { accountId } } },
    select: { id: true },
  });
  for (const { id } of stores) await eraseWorkPapers(database, blobs, id);
}
