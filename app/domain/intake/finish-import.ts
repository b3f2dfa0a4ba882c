import { type Database, inTransaction } from "#app/services/database/database.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import type { Issue } from "../issue/issue.ts";
import { toStored } from "../issue/stored-issues.ts";

/** Ends an import: `done` when every row has its verdict, `failed` when the sheet itself could not be read. */
export async function finishImport(
  database: Database,
  { importId, state, issues }: { importId: string; state: "done" | "failed"; issues: Issue[] },
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const { count } = await transaction.import.updateMany({
      where: { id: importId, state: "reading" },
      data: { state, issues: toStored(issues), finishedAt: new Date() },
    });
    if (count === 0) return;
    await transaction.progress.updateMany({ where: { id: importId }, data: { state, updatedAt: new Date() } });
    await recordAudit(transaction, program, {
      action: "finish-import",
      subject: { kind: "import", id: importId },
      details: { state },
    });
  });
}
