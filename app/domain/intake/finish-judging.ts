import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import type { Issue } from "../issue/issue.ts";
import { toStored } from "../issue/stored-issues.ts";
import { notifyStore } from "../outbox/notify-store.ts";
import type { RowTotals } from "./read-catalog.ts";
import { holdReading, type Judgement } from "./record-verdicts.ts";
import { startSaving } from "./start-saving.ts";

/**
 * Every row has its verdict: from here on the import waits for the merchant, goes on by itself when nobody attends to it, and
 * is done when there is nothing to take, nothing to mend and no photo to put to a product. @throws ImportMovedOn
 */
export async function finishJudging(
  database: Database,
  judgement: Judgement & { unattended: boolean },
  { headings, issues }: { headings: readonly string[]; issues: Issue[] },
): Promise<void> {
  const { id: importId, unattended } = judgement;
  await inTransaction(database, async (transaction) => {
    await holdReading(transaction, judgement);
    await transaction.import.update({
      where: { id: importId },
      data: { headings: [...headings], issues: toStored(issues) },
    });
    const counts = await countRows(transaction, importId);
    const total = counts.accepted + counts.refused + counts.skipped;
    await transaction.progress.update({
      where: { id_kind: { id: importId, kind: "import" } },
      data: { total, done: total, failed: counts.refused },
    });
    await transaction.progress.updateMany({ where: { id: importId }, data: { state: "done", updatedAt: new Date() } });
    await recordAudit(transaction, program, {
      action: "finish-judging",
      subject: { kind: "import", id: importId },
      details: { ...counts, judgement: judgement.judgement },
    });
    if (unattended) await startSaving(transaction, judgement);
    else if (counts.accepted + counts.refused + (await countLoosePhotos(transaction, importId)) === 0) {
      await end(transaction, importId);
    } else await waitForMerchant(transaction, judgement, counts);
  });
}

async function countRows(transaction: Transaction, importId: string): Promise<Omit<RowTotals, "total">> {
  const groups = await transaction.importRow.groupBy({ by: ["outcome"], where: { importId }, _count: true });
  const counts = { accepted: 0, refused: 0, skipped: 0 };
  for (const { outcome, _count } of groups) counts[outcome] = _count;
  return counts;
}

/** Photos that only the merchant can put to a product; then a row that was as before is not any more. */
async function countLoosePhotos(transaction: Transaction, importId: string): Promise<number> {
  return transaction.importPhoto.count({ where: { importId, outcome: "unmatched", chosen: false } });
}

async function end(transaction: Transaction, importId: string): Promise<void> {
  await transaction.importRow.updateMany({ where: { importId }, data: { committed: true } });
  await transaction.import.update({ where: { id: importId }, data: { state: "done", finishedAt: new Date() } });
}

/** However often it is judged again, its merchant is called once. */
async function waitForMerchant(
  transaction: Transaction,
  { id: importId, storeId }: Judgement,
  { accepted, refused }: { accepted: number; refused: number },
): Promise<void> {
  await transaction.import.update({ where: { id: importId }, data: { state: "judged" } });
  const params = { accepted, refused, page: `/merchant/imports/${importId}` };
  await notifyStore(transaction, storeId, { template: "import_judged", params, event: importId });
}
