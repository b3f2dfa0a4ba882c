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

/**
 * Without what surrounds a value in odd exports: every kind of space, and marks of no width. Not by a pattern that looks for the end
 * from every space on: a cell of a million spaces between two letters would take it hours.
 */
export function trimCell(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text, start)) start += 1;
  while (end > start && isSpace(text, end - 1)) end -= 1;
  return text.slice(start, end);
}

const space = /[\s\u200B-\u200D\u2060]/;

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit <= 0x20 || unit >= 0x80) && space.test(text.charAt(at));
}

/**
 * The cells up to the last that is not blank, their text as it stands but for what no database can hold: zero bytes around it are the
 * filling of a damaged file, within it they and halves of characters are marked as lost.
 */
export function storableCells(cells: readonly string[]): string[] {
  const whole = cells.map((cell) =>
    cell
      .replace(/^\0+/, "")
      .replace(/(?<!\0)\0+$/, "")
      .replace(/\0|\p{Surrogate}/gu, "\uFFFD"),
  );
  return whole.slice(0, whole.findLastIndex((cell) => trimCell(cell) !== "") + 1);
}
