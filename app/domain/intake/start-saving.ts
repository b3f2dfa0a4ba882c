import type { Transaction } from "#app/services/database/database.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import { importStates } from "./states.ts";

/** Has a worker save what is good of a judged import, one import of a store after another; false when it is not to be saved (now). */
export async function startSaving(
  transaction: Transaction,
  { id: importId, storeId, judgement }: { id: string; storeId: string; judgement: number },
): Promise<boolean> {
  const { count } = await transaction.import.updateMany({
    where: { id: importId, judgement, state: { in: importStates.sourcesOf("saving") } },
    data: { state: "saving" },
  });
  if (count === 0) return false;
  const total = await transaction.importRow.count({ where: { importId } });
  await transaction.progress.update({
    where: { id_kind: { id: importId, kind: "import" } },
    data: { state: "running", total, done: 0, failed: 0, updatedAt: new Date() },
  });
  await addJob(transaction, "save-import", { importId }, { key: `import:${importId}`, queue: `store:${storeId}` });
  return true;
}
