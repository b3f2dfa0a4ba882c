import type { Readable } from "node:stream";
import { numberText, plainNumber, unescapeText } from "./cell-text.ts";
import { SheetRefused, type SheetRow, type SheetRows, sheetLimits, storableCells } from "./sheet-rows.ts";
import { collectText, openPackage, readWorkbookParts, type WorkbookParts } from "./workbook-parts.ts";
import { parseXml } from "./xml.ts";

/**
 * The first visible worksheet of an .xlsx, or the one of this name where there is such. The zip is read by its directory, not front to back, so it does not matter
 * in which order a program wrote the parts; exceljs's streaming reader loses text when strings follow sheets.
 */
export function readWorkbook(path: string, worksheet?: string): SheetRows {
  return { [Symbol.asyncIterator]: () => rowsOf(path, worksheet) };
}

async function* rowsOf(path: string, worksheet: string | undefined): AsyncGenerator<SheetRow> {
  try {
    const pack = await openPackage(path);
    try {
      const parts = await readWorkbookParts(pack, worksheet);
      const sheet = await pack.read(parts.sheet);
      if (!sheet) throw new SheetRefused("sheet.unreadable");
      yield* readRows(sheet, parts);
    } finally {
      pack.close();
    }
  } catch (error) {
    // A caller that stops early throws nothing; what reaches this line is a broken zip or broken XML.
    throw error instanceof SheetRefused ? error : new SheetRefused("sheet.unreadable");
  }
}

interface OpenCell {
  column: number;
  type: string;
  style: number;
  /** Text of `<v>`, or of `<is>` already joined. */
  text: string;
}

async function* readRows(sheet: Readable, parts: WorkbookParts): AsyncGenerator<SheetRow> {
  let ready: SheetRow[] = [];
  let row = 0;
  let cells: string[] = [];
  let column = 0;
  let cell: OpenCell | null = null;
  let inValue = false;

  const inline = collectText("is", (text) => {
    if (cell) cell.text = text;
  });

  const parsing = parseXml(sheet, {
    open(name, attributes) {
      inline.open(name);
      if (name === "row") {
        // A number that is missing or goes back would give one row twice.
        row = Math.max(row + 1, Number(attributes.r ?? 0) || 0);
        cells = [];
        column = 0;
      } else if (name === "c") {
        column = attributes.r === undefined ? column + 1 : columnNumber(attributes.r);
        cell = { column, type: attributes.t ?? "n", style: Number(attributes.s ?? 0), text: "" };
      } else if (name === "v") inValue = true;
    },
    text(text) {
      if (inValue && cell) cell.text += text;
      else inline.text(text);
    },
    close(name) {
      inline.close(name);
      if (name === "v") inValue = false;
      else if (name === "c" && cell) {
        if (cell.column <= sheetLimits.columns && cell.text !== "") put(cells, cell.column, cellText(cell, parts));
        cell = null;
      } else if (name === "row") ready.push({ row, cells: storableCells(cells) });
    },
  });

  for await (const _ of parsing) {
    yield* ready;
    ready = [];
  }
}

function put(cells: string[], column: number, text: string): void {
  while (cells.length < column - 1) cells.push("");
  cells[column - 1] = text;
}

/** A formula's stored value is read like any other: the type beside it says what it is. */
function cellText(cell: OpenCell, parts: WorkbookParts): string {
  switch (cell.type) {
    case "s":
      return parts.sharedStrings[Number(cell.text)] ?? "";
    case "inlineStr":
      return cell.text;
    case "str":
      return unescapeText(cell.text);
    case "b":
      return cell.text.trim() === "1" ? "TRUE" : "FALSE";
    case "d":
      return cell.text.slice(0, 10);
    case "e":
      return cell.text;
    default:
      return numberText(cell.text, parts.formats[cell.style] ?? plainNumber, parts.date1904);
  }
}

/** `AB12` → 28. */
function columnNumber(reference: string): number {
  let column = 0;
  for (const letter of reference.toUpperCase()) {
    const place = letter.charCodeAt(0) - 64;
    if (place < 1 || place > 26) break;
    column = column * 26 + place;
  }
  return column;
}
