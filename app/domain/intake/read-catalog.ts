import { isBlank, SheetRefused, type SheetRow, type SheetRows, trimCell } from "#app/services/sheets/sheet-rows.ts";
import type { Issue } from "../issue/issue.ts";
import type { RowOutcome, RowVerdict } from "./catalog-row.ts";
import { type ColumnChoices, type Columns, resolveColumns } from "./columns.ts";
import { parseRow } from "./parse-row.ts";

export type RowTotals = Record<RowOutcome | "total", number>;

export interface Catalog {
  /** As the sheet has them, in its order. */
  headings: string[];
  columns: Columns;
  /** What the heading row itself gives cause to say. */
  issues: Issue[];
  /** One verdict a row in the sheet's order, blank rows between others included; to be read once. */
  verdicts: AsyncGenerator<RowVerdict, void>;
  /** Grows while the verdicts are read. */
  totals: RowTotals;
  /** By column, the first cell that is not blank; grows as well. */
  examples: string[];
}

/** The heading row is the first that is not blank. @throws SheetRefused when it holds none of the needed headings */
export async function readCatalog(sheet: SheetRows, choices: ColumnChoices = {}): Promise<Catalog> {
  const rows = sheet[Symbol.asyncIterator]();
  const headings = await readHeadings(rows);
  const names = headings.cells.map(trimCell);
  const columns = resolveColumns(headings.row, names, choices);
  if (!columns.recognised) {
    await rows.return?.();
    throw new SheetRefused("sheet.no_heading_row");
  }
  const totals: RowTotals = { total: 0, accepted: 0, refused: 0, skipped: 0 };
  const examples: string[] = [];
  const verdicts = judge(rows, headings.row, columns, { totals, examples });
  return { headings: names, columns, issues: columns.issues, verdicts, totals, examples };
}

async function readHeadings(rows: AsyncIterator<SheetRow>): Promise<SheetRow> {
  for (let next = await rows.next(); !next.done; next = await rows.next()) {
    if (!isBlank(next.value.cells)) return next.value;
  }
  throw new SheetRefused("sheet.no_heading_row");
}

async function* judge(
  rows: AsyncIterator<SheetRow>,
  headingRow: number,
  columns: Columns,
  { totals, examples }: Pick<Catalog, "totals" | "examples">,
): AsyncGenerator<RowVerdict, void> {
  const seen = new Map<string, number>();
  const count = (verdict: RowVerdict): RowVerdict => {
    totals.total += 1;
    totals[verdict.outcome] += 1;
    return verdict;
  };
  let expected = headingRow + 1;
  try {
    for (let next = await rows.next(); !next.done; next = await rows.next()) {
      const { row, cells } = next.value;
      // Blank rows are only told of once a filled one follows; behind the last one they are no rows at all.
      if (isBlank(cells)) continue;
      for (; expected < row; expected += 1) yield count(skipBlank(expected));
      for (const [index, cell] of cells.entries()) examples[index] ||= trimCell(cell);
      yield count(parseRow(row, cells, columns, seen));
      expected = row + 1;
    }
  } finally {
    await rows.return?.();
  }
}

function skipBlank(row: number): RowVerdict {
  return { row, outcome: "skipped", catalogRow: null, issues: [], raw: {}, sku: null, photoNames: [] };
}
