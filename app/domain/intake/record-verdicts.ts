import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import { foreseeProducts } from "../product/save-products.ts";
import type { JudgedRow } from "./judged-row.ts";
import { writeRows } from "./write-rows.ts";

/** The import is no longer read, or is judged anew: whoever still judges it should stop. */
export class ImportMovedOn extends Error {
  constructor(importId: string) {
    super(`Import ${importId} has moved on`);
    this.name = "ImportMovedOn";
  }
}

/** Which reading of an import somebody works on. */
export interface Judgement {
  id: string;
  storeId: string;
  judgement: number;
}

/**
 * Records what would become of some rows and writes nothing else; a row that would change nothing is foreseen as skipped. Given again
 * (with photos that were not known before), a row is replaced and not counted twice. @throws ImportMovedOn
 */
export async function recordVerdicts(
  database: Database,
  { id: importId, storeId, judgement }: Judgement,
  { rows, again }: { rows: JudgedRow[]; again: boolean },
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    await holdReading(transaction, { id: importId, storeId, judgement });
    const contents = rows.flatMap((one) => (one.outcome === "accepted" ? [one.content] : []));
    const foreseen = new Map(
      (await foreseeProducts(transaction, storeId, contents)).map((product) => [product.sku, product]),
    );
    const recorded = rows.map((one) => {
      const product = one.outcome === "accepted" ? foreseen.get(one.content.sku) : undefined;
      const unchanged = product?.outcome === "unchanged";
      const { row, sku, name, issues, outcome } = one;
      const versionId = unchanged ? product.versionId : null;
      return { row, sku, name, outcome: unchanged ? ("skipped" as const) : outcome, versionId, issues };
    });
    await writeRows(transaction, { importId, rows: recorded, committed: false });
    const counted = again ? [] : rows;
    await transaction.progress.update({
      where: { id_kind: { id: importId, kind: "import" } },
      data: {
        done: { increment: counted.length },
        failed: { increment: counted.filter(({ outcome }) => outcome === "refused").length },
        updatedAt: new Date(),
      },
    });
  });
}

/** Keeps the import from moving on until the transaction ends. @throws ImportMovedOn */
export async function holdReading(transaction: Transaction, { id, judgement }: Judgement): Promise<void> {
  const held = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM "import" WHERE "id" = ${id}::uuid AND "state" = 'reading' AND "judgement" = ${judgement}
    FOR NO KEY UPDATE`;
  if (held.length === 0) throw new ImportMovedOn(id);
}
