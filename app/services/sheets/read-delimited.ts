import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { CsvError, parse } from "csv-parse";
import iconv from "iconv-lite";
import { SheetRefused, type SheetRow, type SheetRows, sheetLimits, storableCells } from "./sheet-rows.ts";
import { bareCell } from "./write-delimited.ts";

/** Characters. A record longer than this is no product but a quote that was never closed. */
const longestRecord = 8_000_000;

/** Delimited text as Korean Excel, Mac Excel and exports write it; a blank line counts as a row. */
export async function readDelimited(path: string): Promise<SheetRows> {
  const encoding = await detectEncoding(path);
  const delimiter = detectDelimiter(await firstCharacters(path, encoding));
  return { [Symbol.asyncIterator]: () => records(path, encoding, delimiter) };
}

async function* records(path: string, encoding: string, delimiter: string): AsyncGenerator<SheetRow> {
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: longestRecord,
  });
  let row = 0;
  try {
    // The callback only keeps a reading error from being thrown twice: the parser is destroyed with it and throws it below.
    for await (const cells of pipeline(createReadStream(path), iconv.decodeStream(encoding), parser, () => undefined)) {
      row += 1;
      yield { row, cells: storableCells((cells as string[]).slice(0, sheetLimits.columns)).map(bareCell) };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new SheetRefused("sheet.quote_open", { row: row + 1 });
    throw error;
  }
}

async function firstCharacters(path: string, encoding: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(256 * 1024));
    return iconv.decode(buffer.subarray(0, bytesRead), encoding);
  } finally {
    await file.close();
  }
}

/** The byte order mark, else the zero bytes that only UTF-16 has, else UTF-8 unless its rules are broken all over. */
async function detectEncoding(path: string): Promise<string> {
  const utf8 = new TextDecoder("utf-8");
  let first = true;
  let outsideAscii = 0;
  let broken = 0;
  const count = (text: string) => {
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit > 0x7f) outsideAscii += 1;
      if (unit === 0xfffd) broken += 1;
    }
  };
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const wide = first ? detectUtf16(chunk) : null;
    if (wide) return wide;
    first = false;
    count(utf8.decode(chunk, { stream: true }));
  }
  count(utf8.decode());
  // One damaged byte must not turn a whole UTF-8 sheet into gibberish; in CP949 text nearly every letter breaks UTF-8.
  return broken <= outsideAscii / 10 ? "utf8" : "cp949";
}

function detectUtf16(bytes: Buffer): "utf16le" | "utf16be" | null {
  // Zeros behind the text are what a failed disk fills up with.
  const start = bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0) + 1);
  if (start[0] === 0xff && start[1] === 0xfe) return "utf16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf16be";
  let little = 0;
  let big = 0;
  let zeros = 0;
  for (let at = 0; at + 1 < start.length; at += 2) {
    const [first = 0, second = 0] = start.subarray(at, at + 2);
    if (second === 0 && isPlainText(first)) little += 1;
    else if (first === 0 && isPlainText(second)) big += 1;
    else if (first === 0 && second === 0) zeros += 1;
  }
  // A stray zero or two are dirt in some other text; zeros in pairs are no text at all.
  if (zeros > little + big) throw new SheetRefused("sheet.format_unsupported");
  if (little + big < start.length / 100) return null;
  return little > big ? "utf16le" : "utf16be";
}

/** What every sheet holds between its words. A zero beside anything else may be half of a syllable: 가 is AC 00. */
function isPlainText(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/** The commonest of comma, semicolon and tab in the first record that is not blank, outside of quotes. */
export function detectDelimiter(text: string): string {
  const counts = new Map([
    [",", 0],
    [";", 0],
    ["\t", 0],
  ]);
  let quoted = false;
  for (const character of text.replace(/^[\r\n ]+/, "")) {
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === "\n" || character === "\r") break;
    const count = counts.get(character);
    if (count !== undefined) counts.set(character, count + 1);
  }
  const [delimiter] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best));
  return delimiter;
}
