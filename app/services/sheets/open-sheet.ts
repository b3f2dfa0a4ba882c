import { open, stat } from "node:fs/promises";
import { readDelimited } from "./read-delimited.ts";
import { readWorkbook } from "./read-workbook.ts";
import { isBlank, SheetRefused, type SheetRow, type SheetRows, sheetLimits } from "./sheet-rows.ts";

export { SheetRefused } from "./sheet-rows.ts";

export interface SheetFile {
  path: string;
  name: string;
  /** Of a workbook the sheet of this name where there is one, else the first. */
  worksheet?: string;
}

/**
 * Opens a catalog sheet by its content; the name's ending decides nothing.
 *
 * The file is read through once before this returns, so a sheet that is broken or too long in its last row is refused
 * before anything of it is taken. @throws SheetRefused
 */
export async function openSheet(file: SheetFile): Promise<SheetRows> {
  const rows = await openSheetUnread(file);
  for await (const _ of rows);
  return rows;
}

/** The same for those who take nothing before the last row is read: what is wrong further down is thrown by the iteration. */
export async function openSheetUnread(file: SheetFile): Promise<SheetRows> {
  const found = await stat(file.path).catch(() => null);
  if (!found?.isFile()) throw new SheetRefused("sheet.unreadable");
  if (found.size > sheetLimits.fileBytes) {
    throw new SheetRefused("sheet.too_large", { megabytes: sheetLimits.fileBytes / 1024 / 1024 });
  }
  const rows = await chooseReader(file);
  return { [Symbol.asyncIterator]: () => bounded(rows) };
}

async function chooseReader({ path, worksheet }: SheetFile): Promise<SheetRows> {
  const start = await readStart(path);
  if (start.subarray(0, 4).equals(Buffer.from("PK\x03\x04", "latin1"))) return readWorkbook(path, worksheet);
  if (start.subarray(0, 8).equals(Buffer.from("D0CF11E0A1B11AE1", "hex"))) {
    throw new SheetRefused((await holdsEncryptedPackage(path)) ? "sheet.encrypted" : "sheet.format_unsupported");
  }
  if (looksBinary(start) || looksLikeMarkup(start)) throw new SheetRefused("sheet.format_unsupported");
  return readDelimited(path);
}

async function* bounded(rows: SheetRows): AsyncGenerator<SheetRow> {
  let headingRow: number | null = null;
  for await (const one of rows) {
    if (!isBlank(one.cells)) {
      headingRow ??= one.row;
      if (one.row - headingRow > sheetLimits.rows)
        throw new SheetRefused("sheet.too_many_rows", { maximum: sheetLimits.rows });
    }
    yield one;
  }
  if (headingRow === null) throw new SheetRefused("sheet.empty");
}

async function readStart(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** An encrypted workbook is an OLE2 container whose directory names a stream `EncryptedPackage`; an .xls has none. */
async function holdsEncryptedPackage(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    return (await file.readFile()).includes(Buffer.from("EncryptedPackage", "utf16le"));
  } finally {
    await file.close();
  }
}

/** Magic numbers of what people pick by mistake: PDF, PNG, JPEG, GIF, RAR, 7z, gzip. */
const binarySignatures = ["255044462d", "89504e47", "ffd8ff", "47494638", "526172211a07", "377abcaf271c", "1f8b"];

function looksBinary(start: Buffer): boolean {
  const hex = start.subarray(0, 8).toString("hex");
  return binarySignatures.some((signature) => hex.startsWith(signature));
}

/** Many Korean sites export an HTML table and call it .xls. */
function looksLikeMarkup(start: Buffer): boolean {
  return /^\uFEFF?\s*<(?:!doctype|!--|html|head|table|meta|\?xml)/i.test(start.toString("utf8"));
}
