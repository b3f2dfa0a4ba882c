import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { saveProducts } from "../product/save-products.ts";
import type { TypedBy } from "../product/typed-by.ts";
import type { JudgedRow } from "./judged-row.ts";
import { photosCell } from "./merge-photos.ts";
import { type RecordedRow, writeRows } from "./write-rows.ts";

interface RowsToRecord {
  importId: string;
  storeId: string;
  rows: JudgedRow[];
  /** Row → fields that somebody else than `actor` typed. */
  mended?: ReadonlyMap<number, TypedBy>;
}

/**
 * Saves the products of some rows and records every row's verdict for good, all or nothing. Rows that were committed before
 * (by a run that was killed, or by one thought dead) are left out. An accepted row that changes nothing is recorded as skipped.
 */
export async function recordRows(
  database: Database,
  actor: Actor,
  { importId, storeId, rows, mended }: RowsToRecord,
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
    await rememberCells(transaction, storeId, open);
    await rememberTypists(transaction, recorded, mended);
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

/** What the photos cells said, so that the same said again is known to be nothing new. */
async function rememberCells(transaction: Transaction, storeId: string, rows: JudgedRow[]): Promise<void> {
  const cells = rows.flatMap((one) =>
    one.outcome === "accepted" && one.photoNames.length > 0
      ? [{ sku: one.content.sku, cell: photosCell(one.photoNames) }]
      : [],
  );
  if (cells.length === 0) return;
  await transaction.$executeRaw`
    UPDATE "product" SET "photos_cell" = given."cell"
    FROM jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) AS given("sku" text, "cell" text)
    WHERE "product"."store_id" = ${storeId}::uuid AND "product"."sku" = given."sku"
      AND "product"."photos_cell" IS DISTINCT FROM given."cell"`;
}

async function rememberTypists(
  transaction: Transaction,
  rows: readonly RecordedRow[],
  mended: RowsToRecord["mended"],
): Promise<void> {
  const typed = rows.flatMap(({ row, outcome, versionId }) => {
    const typedBy = mended?.get(row);
    return typedBy && outcome === "accepted" && versionId !== null ? [{ id: versionId, typedBy }] : [];
  });
  if (typed.length === 0) return;
  // What is pinned was judged as it stands; only its stock or price went on.
  await transaction.$executeRaw`
    UPDATE "product_version" AS version SET "typed_by" = version."typed_by" || given."typedBy"
    FROM jsonb_to_recordset(${JSON.stringify(typed)}::jsonb) AS given("id" uuid, "typedBy" jsonb)
    WHERE version."id" = given."id" AND version."pinned_at" IS NULL`;
}

async function notCommitted(transaction: Transaction, importId: string, rows: JudgedRow[]): Promise<JudgedRow[]> {
  const committed = await transaction.importRow.findMany({
    where: { importId, committed: true, row: { in: rows.map(({ row }) => row) } },
    select: { row: true },
  });
  const known = new Set(committed.map(({ row }) => row));
  return rows.filter(({ row }) => !known.has(row));
}
