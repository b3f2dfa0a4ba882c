import type { SheetRow } from "./sheet-rows.ts";

export interface CellMark {
  /** Index of the column. */
  column: number;
  /** What is wrong with it, shown when one points at the cell. */
  note: string;
  tone: "wrong" | "doubtful";
}

const fills = { wrong: "FFF6D5CE", doubtful: "FFF7E7C4" } as const;

/**
 * Writes the rows of a sheet into an .xlsx of its own, in their places and as text, so that nothing runs and no zero in front is lost;
 * marked cells are coloured and carry their note. Row by row, whatever the sheet's length.
 */
export async function writeMarkedSheet(
  path: string,
  {
    name,
    rows,
    marks,
  }: { name: string; rows: AsyncIterable<SheetRow>; marks: ReadonlyMap<number, readonly CellMark[]> },
): Promise<void> {
  const { default: exceljs } = await import("exceljs");
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true });
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  for await (const { row, cells } of rows) {
    const written = sheet.getRow(row);
    for (const [index, text] of cells.entries()) {
      const cell = written.getCell(index + 1);
      cell.value = text;
      cell.numFmt = "@";
    }
    for (const { column, note, tone } of marks.get(row) ?? []) {
      const cell = written.getCell(column + 1);
      const above = typeof cell.note === "string" ? `${cell.note}\n` : "";
      cell.note = `${above}${note}`;
      cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: fills[tone] } };
    }
    written.commit();
  }
  await workbook.commit();
}
