import type { Database } from "#app/services/database/database.ts";
import { type SheetRows, storableCells } from "#app/services/sheets/sheet-rows.ts";

/** Row → index of the column → text that stands over the sheet's own. */
export type MendedCells = ReadonlyMap<number, ReadonlyMap<number, string>>;

export async function loadMendedCells(database: Database, importId: string): Promise<MendedCells> {
  const byRow = new Map<number, Map<number, string>>();
  for (const { row, column, text } of await database.importCell.findMany({ where: { importId } })) {
    const cells = byRow.get(row) ?? new Map<number, string>();
    byRow.set(row, cells.set(column, text));
  }
  return byRow;
}

/** The sheet as if its cells had been mended in it. */
export function withMendedCells(rows: SheetRows, mended: MendedCells): SheetRows {
  if (mended.size === 0) return rows;
  return {
    async *[Symbol.asyncIterator]() {
      for await (const { row, cells } of rows) {
        const over = mended.get(row);
        yield over ? { row, cells: lay(cells, over) } : { row, cells };
      }
    },
  };
}

function lay(cells: readonly string[], over: ReadonlyMap<number, string>): string[] {
  const width = Math.max(cells.length, ...[...over.keys()].map((column) => column + 1));
  return storableCells(Array.from({ length: width }, (_, column) => over.get(column) ?? cells[column] ?? ""));
}
