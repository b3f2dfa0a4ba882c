import { columnLetters } from "#app/services/sheets/column-letters.ts";
import { isBlank, SheetRefused, type SheetRow, type SheetRows, trimCell } from "#app/services/sheets/sheet-rows.ts";
import { type Issue, issue } from "../issue/issue.ts";
import type { RowOutcome, RowVerdict } from "./catalog-row.ts";
import { type ColumnChoices, type Columns, neededKeys, resolveColumns } from "./columns.ts";
import { parseRow } from "./parse-row.ts";

export type RowTotals = Record<RowOutcome | "total", number>;

export interface Catalog {
  /** As the sheet has them, in its order. */
  headings: string[];
  columns: Columns;
  /** What the heading row itself gives cause to say; after the last verdict also of columns that hold cells and have no heading. */
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
    const lower = await findLowerHeadings(rows, choices);
    await rows.return?.();
    throw lower === null
      ? new SheetRefused("sheet.no_heading_row")
      : new SheetRefused("sheet.headings_lower", { row: lower });
  }
  const totals: RowTotals = { total: 0, accepted: 0, refused: 0, skipped: 0 };
  const examples: string[] = [];
  const verdicts = judge(rows, headings, columns, { totals, examples });
  return { headings: names, columns, issues: columns.issues, verdicts, totals, examples };
}

async function readHeadings(rows: AsyncIterator<SheetRow>): Promise<SheetRow> {
  for (let next = await rows.next(); !next.done; next = await rows.next()) {
    if (!isBlank(next.value.cells)) return next.value;
  }
  throw new SheetRefused("sheet.no_heading_row");
}

/** Rows below the first that a title and a legend may take. */
const mostAbove = 10;
/** Needed headings that make a row look like the heading row. */
const enoughHeadings = 3;

/** Where the headings stand when a title or headings of groups stand above them. */
async function findLowerHeadings(rows: AsyncIterator<SheetRow>, choices: ColumnChoices): Promise<number | null> {
  for (let count = 0; count < mostAbove; count += 1) {
    const next = await rows.next();
    if (next.done) return null;
    const { row, cells } = next.value;
    const { missing } = resolveColumns(row, cells.map(trimCell), choices);
    if (neededKeys.length - missing.length >= enoughHeadings) return row;
  }
  return null;
}

async function* judge(
  rows: AsyncIterator<SheetRow>,
  headings: SheetRow,
  columns: Columns,
  { totals, examples }: Pick<Catalog, "totals" | "examples">,
): AsyncGenerator<RowVerdict, void> {
  const seen = new Map<string, number>();
  const count = (verdict: RowVerdict): RowVerdict => {
    totals.total += 1;
    totals[verdict.outcome] += 1;
    return verdict;
  };
  let expected = headings.row + 1;
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
    columns.issues.push(...unnamedColumns(headings, examples));
  } finally {
    await rows.return?.();
  }
}

/** Characters of an example; the rest of the cell helps nobody to tell what its column is. */
const longestExample = 60;

export function shortExample(text: string): string {
  return [...text.slice(0, longestExample * 2)].slice(0, longestExample).join("");
}

/** A heading over merged cells stands in the first of them only. */
function unnamedColumns(headings: SheetRow, examples: readonly string[]): Issue[] {
  return examples.flatMap((text, index) => {
    if (text === "" || trimCell(headings.cells[index] ?? "") !== "") return [];
    const params = { column: columnLetters(index), example: shortExample(text) };
    const path = { row: headings.row, field: `#${index + 1}` };
    return [issue("sheet.column_unnamed", path, { severity: "warning", params, raw: "" })];
  });
}

function skipBlank(row: number): RowVerdict {
  return { row, outcome: "skipped", catalogRow: null, issues: [], sku: null, name: null, photoNames: [] };
}
