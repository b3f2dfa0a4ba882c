import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import type { Issue } from "../issue/issue.ts";
import { toStored } from "../issue/stored-issues.ts";
import { notifyStore } from "../outbox/notify-store.ts";
import { importStates } from "./states.ts";

type Ending = { importId: string; state: "done" } | { importId: string; state: "failed"; issues: Issue[] };

/**
 * Ends an import: `done` when its good rows are saved, `failed` when the sheet itself could not be read or we gave up. A
 * failed one keeps only what was saved.
 */
export async function finishImport(database: Database, ending: Ending): Promise<void> {
  const { importId, state } = ending;
  await inTransaction(database, async (transaction) => {
    const { count } = await transaction.import.updateMany({
      where: { id: importId, state: { in: importStates.sourcesOf(state) } },
      data: { state, finishedAt: new Date(), ...(ending.state === "failed" && { issues: toStored(ending.issues) }) },
    });
    if (count === 0) return;
    await transaction.progress.updateMany({ where: { id: importId }, data: { state, updatedAt: new Date() } });
    if (state === "done") await tellStore(transaction, importId);
    else await transaction.importRow.deleteMany({ where: { importId, committed: false } });
    await recordAudit(transaction, program, {
      action: "finish-import",
      subject: { kind: "import", id: importId },
      details: { state },
    });
  });
}

async function tellStore(transaction: Transaction, importId: string): Promise<void> {
  const { storeId } = await transaction.import.findUniqueOrThrow({ where: { id: importId } });
  const accepted = await transaction.importRow.count({ where: { importId, outcome: "accepted" } });
  const refused = await transaction.importRow.count({ where: { importId, outcome: "refused" } });
  const params = { accepted, refused, page: `/merchant/imports/${importId}` };
  await notifyStore(transaction, storeId, { template: "import_done", params, event: importId });
}
