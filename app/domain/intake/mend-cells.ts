import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import { recordAudit } from "../audit/record.ts";
import { fromStored } from "../issue/stored-issues.ts";
import { done, type Outcome } from "../outcome.ts";
import { badCells, columnsOf, longestMended } from "./bad-cells.ts";
import { holdImport, judgeAnew, judgedImportInput, requireJudged } from "./judged-import.ts";

const text = z.string().max(longestMended);

export const mendCellsInput = judgedImportInput.extend({
  /** Cells of refused rows by the index of their column; anything else is passed over. */
  cells: z.array(z.object({ row: z.number().int(), column: z.number().int().min(0), text })).max(10_000),
  /** One text for every bad cell of a field that says the same. */
  same: z.array(z.object({ field: z.string(), raw: z.string(), text })).max(1_000),
});

type Mend = z.infer<typeof mendCellsInput>;

/** Puts texts over bad cells and has the sheet judged anew; texts that change nothing are no mending. */
export async function mendCells(
  database: Database,
  actor: { kind: "person"; accountId: string; role: "merchant" | "office"; onBehalfOfId?: string },
  { storeId, importId, judgement, cells, same }: Mend,
): Promise<Outcome<{ mended: number }>> {
  return inTransaction(database, async (transaction) => {
    const judged = requireJudged(await holdImport(transaction, { storeId, importId }), judgement);
    if (!judged.ok) return judged;
    const columns = columnsOf(judged.result);
    const rows = await refusedRows(transaction, importId, { cells, same });
    const typed = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell.text]));
    const mended = rows.flatMap(({ row, issues }) =>
      badCells(fromStored(issues), columns).flatMap((bad) => {
        const alike = same.find(({ field, raw }) => field === bad.field && raw === bad.text);
        const before = asInSheet(bad.text);
        const own = asInSheet(typed.get(`${row} ${bad.column}`) ?? before);
        // A form sends every cell it shows; one that was left as it stood goes with those that say the same.
        const next = own === before ? asInSheet(alike?.text ?? before) : own;
        return next === before ? [] : [{ row, column: bad.column, text: next }];
      }),
    );
    if (mended.length === 0) return done({ mended: 0 });
    await layOver(transaction, importId, actor.accountId, mended);
    await judgeAnew(transaction, judged.result);
    await recordAudit(transaction, actor, {
      action: "mend-cells",
      subject: { kind: "import", id: importId },
      details: { cells: mended.length },
    });
    return done({ mended: mended.length });
  });
}

/** Forms send line breaks as CR LF, whatever stood there. */
function asInSheet(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

async function refusedRows(transaction: Transaction, importId: string, { cells, same }: Pick<Mend, "cells" | "same">) {
  const named = { row: { in: [...new Set(cells.map(({ row }) => row))] } };
  return transaction.importRow.findMany({
    // A text for all that are alike may concern any row.
    where: { importId, outcome: "refused", ...(same.length === 0 && named) },
    select: { row: true, issues: true },
  });
}

async function layOver(
  transaction: Transaction,
  importId: string,
  typedById: string,
  cells: { row: number; column: number; text: string }[],
): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO "import_cell" ("import_id", "row", "column", "text", "typed_by_id")
    SELECT ${importId}::uuid, "row", "column", "text", ${typedById}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) AS given("row" int, "column" int, "text" text)
    ON CONFLICT ("import_id", "row", "column") DO UPDATE SET
      "text" = excluded."text", "typed_by_id" = excluded."typed_by_id", "typed_at" = now()`;
}
