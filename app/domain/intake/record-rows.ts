import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { saveProducts } from "../product/save-products.ts";
import type { JudgedRow } from "./judged-row.ts";
import { writeRows } from "./write-rows.ts";

/**
 * Saves the products of some rows and records every row's verdict for good, all or nothing. Rows that were committed before
 * (by a run that was killed, or by one thought dead) are left out. An accepted row that changes nothing is recorded as skipped.
 */
export async function recordRows(
  database: Database,
  actor: Actor,
  { importId, storeId, rows }: { importId: string; storeId: string; rows: JudgedRow[] },
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    // One save of a store at a time, so that two sheets with the same code do not both begin the product.
    await transaction.$executeRaw`SELECT 1 FROM "store" WHERE "id" = ${storeId}::uuid FOR NO KEY UPDATE`;
    const open = await notCommitted(transaction, importId, rows);
    const contents = open.flatMap((one) => (one.outcome === "accepted" ? [one.content] : []));
    const saved = new Map((await saveProducts(transaction, actor, storeId, contents)).map((one) => [one.sku, one]));
    const recorded = open.map((one) => {
      const product = one.outcome === "accepted" ? saved.get(one.content.sku) : undefined;
      const { row, sku, name, issues } = one;
      const outcome = product?.outcome === "unchanged" ? "skipped" : one.outcome;
      return { row, sku, name, outcome, versionId: product?.versionId ?? null, issues };
    });
    await writeRows(transaction, { importId, rows: recorded, committed: true });
    await transaction.progress.update({
      where: { id_kind: { id: importId, kind: "import" } },
      data: {
        done: { increment: open.length },
        failed: { increment: open.filter(({ outcome }) => outcome === "refused").length },
        updatedAt: new Date(),
      },
    });
  });
}

async function notCommitted(transaction: Transaction, importId: string, rows: JudgedRow[]): Promise<JudgedRow[]> {
  const committed = await transaction.importRow.findMany({
    where: { importId, committed: true, row: { in: rows.map(({ row }) => row) } },
    select: { row: true },
  });
  const known = new Set(committed.map(({ row }) => row));
  return rows.filter(({ row }) => !known.has(row));
}
