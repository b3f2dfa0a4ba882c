import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import type { Issue } from "../issue/issue.ts";
import { toStored } from "../issue/stored-issues.ts";
import type { ProductContent } from "../product/product-content.ts";
import { saveProducts } from "../product/save-products.ts";

/** One row of a sheet as it ended; an accepted one carries its product. */
export type JudgedRow = { row: number; sku: string | null; issues: Issue[] } & (
  | { outcome: "accepted"; content: ProductContent }
  | { outcome: "refused" | "skipped" }
);

/**
 * Saves the products of some rows and records every row's verdict, all or nothing. Rows recorded before (by a run that was
 * killed) must not be passed again. An accepted row that changes nothing is recorded as skipped.
 */
export async function recordRows(
  database: Database,
  actor: Actor,
  { importId, storeId, rows }: { importId: string; storeId: string; rows: JudgedRow[] },
): Promise<void> {
  const contents = rows.flatMap((one) => (one.outcome === "accepted" ? [one.content] : []));
  await inTransaction(database, async (transaction) => {
    const saved = new Map((await saveProducts(transaction, actor, storeId, contents)).map((one) => [one.sku, one]));
    await transaction.importRow.createMany({
      data: rows.map((one) => {
        const product = one.outcome === "accepted" ? saved.get(one.content.sku) : undefined;
        return {
          importId,
          row: one.row,
          sku: one.sku,
          outcome: product?.outcome === "unchanged" ? "skipped" : one.outcome,
          versionId: product?.versionId,
          issues: toStored(one.issues),
        };
      }),
    });
    await transaction.progress.update({
      where: { id_kind: { id: importId, kind: "import" } },
      data: {
        done: { increment: rows.length },
        failed: { increment: rows.filter(({ outcome }) => outcome === "refused").length },
        updatedAt: new Date(),
      },
    });
  });
}
