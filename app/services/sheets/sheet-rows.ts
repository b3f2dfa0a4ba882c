import { type Issue, issue } from "#app/domain/issue/issue.ts";

export interface SheetRow {
  /** The sheet's own number, from 1; in a delimited text the record's number. Rows a workbook leaves out are absent. */
  row: number;
  /** Text of each cell from the first column on; the last one is never blank. */
  cells: string[];
}

/** A sheet's rows, headings and blank rows included. Every iteration reads the file anew. */
export type SheetRows = AsyncIterable<SheetRow>;

export const sheetLimits = {
  fileBytes: 50 * 1024 * 1024,
  unpackedBytes: 500 * 1024 * 1024,
  /** Rows below the headings, up to the last one that is not blank. */
  rows: 50_000,
  /** Excel stops at 16,384; nobody's catalog is wider than this, and a stray cell far right must not cost memory. */
  columns: 1_000,
} as const;

/** The whole sheet cannot be taken; the issue says why. */
export class SheetRefused extends Error {
  readonly issue: Issue;

  constructor(code: Issue["code"], params: Issue["params"] = {}) {
    super(code);
    this.name = "SheetRefused";
    this.issue = issue(code, {}, { params });
  }
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => trimCell(cell) === "");
}

/** Without what surrounds a value in odd exports: every kind of space, and marks of no width. */
export function trimCell(text: string): string {
  return text.replace(/^[\s\u200B-\u200D\u2060\uFEFF]+|[\s\u200B-\u200D\u2060\uFEFF]+$/gu, "");
}

/** The cells up to the last that is not blank, their text as it stands but for what no database can hold. */
export function storableCells(cells: readonly string[]): string[] {
  const end = cells.findLastIndex((cell) => trimCell(cell) !== "") + 1;
  // Lone surrogates and NUL are legal in a sheet's escapes.
  return cells.slice(0, end).map((cell) => cell.replace(/\p{Surrogate}/gu, "\uFFFD").replaceAll("\0", ""));
}
