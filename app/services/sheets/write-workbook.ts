import type { Workbook } from "exceljs";
import { columnLetters } from "./column-letters.ts";

export interface WrittenSheet {
  name: string;
  columns: { heading: string; width: number /** Shown beside the heading when one points at it. */; note?: string }[];
  rows: (string | number)[][];
  /** By column, from 0: the only texts its cells should hold. */
  choices?: Record<number, { sheet: string; column: number; count: number } | readonly string[]>;
  /** The rows that are there offer the choices, not the empty ones below. */
  choicesInRows?: boolean;
}

/** Rows that offer a choice; a sheet that is filled in by hand has fewer. */
const rowsWithChoices = 2_000;

/** An .xlsx with a heading row that stays in sight; the first sheet is the one that opens. */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  // Loaded when the first workbook is written: 0.2 s that no start should wait for.
  const { default: exceljs } = await import("exceljs");
  const workbook = new exceljs.Workbook();
  for (const sheet of sheets) addSheet(workbook, sheet);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** One more sheet for a workbook that has others of its own. */
export function addSheet(
  workbook: Workbook,
  { name, columns, rows, choices = {}, choicesInRows = false }: WrittenSheet,
): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map(({ width }) => ({ width }));
  const headings = sheet.addRow(columns.map(({ heading }) => heading));
  headings.height = 24;
  for (const [index, { note }] of columns.entries()) {
    const cell = headings.getCell(index + 1);
    cell.font = { bold: true, color: { argb: "FFFFFFFF" } };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FF0F5C4D" } };
    cell.alignment = { vertical: "middle" };
    if (note) cell.note = note;
  }
  for (const row of rows) sheet.addRow(row).alignment = { vertical: "top", wrapText: true };
  const [first, count] = choicesInRows ? [2, rows.length] : [rows.length + 2, rowsWithChoices];
  for (const [index, choice] of Object.entries(choices)) {
    const column = columnLetters(Number(index));
    const formula = isList(choice)
      ? `"${choice.join(",")}"`
      : `'${choice.sheet}'!$${columnLetters(choice.column)}$2:$${columnLetters(choice.column)}$${choice.count + 1}`;
    for (let row = first; row < first + count; row += 1) {
      // Advice, not a wall: what is typed besides is judged when the sheet is read.
      sheet.getCell(`${column}${row}`).dataValidation = { type: "list", allowBlank: true, formulae: [formula] };
    }
  }
}

function isList(choice: NonNullable<WrittenSheet["choices"]>[number]): choice is readonly string[] {
  return Array.isArray(choice);
}
