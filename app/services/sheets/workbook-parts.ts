import { posix } from "node:path";
import type { Readable } from "node:stream";
import { type Entry, openPromise } from "yauzl";
import { type NumberKind, plainNumber, readNumberFormat, unescapeText } from "./cell-text.ts";
import { SheetRefused, sheetLimits } from "./sheet-rows.ts";
import { parseWholeXml, parseXml, prefixed } from "./xml.ts";

export interface Package {
  /** Null when the package has no such part. */
  read(part: string): Promise<Readable | null>;
  close(): void;
}

export interface WorkbookParts {
  /** Part name of the worksheet that was asked for, else of the first that is not hidden. */
  sheet: string;
  date1904: boolean;
  sharedStrings: string[];
  /** By the style number of a cell. */
  formats: NumberKind[];
}

/** 100 million characters of shared text are 200 MB in memory; no catalog of 50,000 rows comes near. */
const longestSharedText = 100_000_000;

/** Reads the zip's directory: what is inside, and whether it may be unpacked at all. */
export async function openPackage(path: string): Promise<Package> {
  const zip = await openPromise(path, { autoClose: false });
  try {
    const parts = new Map<string, Entry>();
    let unpacked = 0;
    for await (const entry of zip.eachEntry()) {
      // While unpacking, yauzl holds every entry to the size stated here.
      unpacked += entry.uncompressedSize;
      if (unpacked > sheetLimits.unpackedBytes) {
        throw new SheetRefused("sheet.too_large", { megabytes: sheetLimits.unpackedBytes / 1024 / 1024 });
      }
      if (entry.isEncrypted()) throw new SheetRefused("sheet.encrypted");
      if (/(?:^|\/)(?:vbaproject\.bin|macrosheets\/.*)$/i.test(entry.fileName)) throw new SheetRefused("sheet.macros");
      parts.set(entry.fileName.toLowerCase(), entry);
    }
    return {
      read: async (part) => {
        const entry = parts.get(part.toLowerCase());
        return entry ? zip.openReadStreamPromise(entry) : null;
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

export async function readWorkbookParts(pack: Package, worksheet?: string): Promise<WorkbookParts> {
  await refuseMacroType(pack);
  const workbook = await findWorkbook(pack);
  const relations = await readRelations(pack, workbook);
  const { sheets, date1904 } = await readSheetList(pack, workbook);
  const relationOf = (type: string) => [...relations.values()].find((one) => one.type === type)?.target;
  const wanted = sheets.filter(({ name }) => name === worksheet);
  const sheet = [...wanted, ...sheets.filter((one) => one.visible)]
    .map((one) => relations.get(one.relation))
    .find((one) => one?.type === "worksheet");
  if (!sheet) throw new SheetRefused("sheet.unreadable");
  return {
    sheet: sheet.target,
    date1904,
    sharedStrings: await readSharedStrings(pack, relationOf("sharedStrings")),
    formats: await readFormats(pack, relationOf("styles")),
  };
}

async function refuseMacroType(pack: Package): Promise<void> {
  const types = await pack.read("[Content_Types].xml");
  if (!types) throw new SheetRefused("sheet.format_unsupported");
  let macros = false;
  await parseWholeXml(types, {
    open: (_, { ContentType = "" }) => {
      macros ||= /macroEnabled|vbaProject/i.test(ContentType);
    },
  });
  if (macros) throw new SheetRefused("sheet.macros");
}

async function findWorkbook(pack: Package): Promise<string> {
  const relations = await readRelations(pack, "");
  const workbook = [...relations.values()].find((one) => one.type === "officeDocument")?.target ?? "xl/workbook.xml";
  // A Word document is a package too, and an .xlsb holds no XML.
  if (!/xl\/[^/]*\.xml$/i.test(workbook)) throw new SheetRefused("sheet.format_unsupported");
  return workbook;
}

interface Relation {
  /** Last word of the relation's type, e.g. `worksheet`; the addresses before it differ between transitional and strict. */
  type: string;
  target: string;
}

async function readRelations(pack: Package, part: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(part);
  const relations = new Map<string, Relation>();
  const stream = await pack.read(posix.join(folder, "_rels", `${posix.basename(part)}.rels`));
  if (!stream) return relations;
  await parseWholeXml(stream, {
    open: (name, { Id = "", Type = "", Target = "" }) => {
      if (name !== "Relationship") return;
      const target = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
      relations.set(Id, { type: Type.slice(Type.lastIndexOf("/") + 1), target });
    },
  });
  return relations;
}

async function readSheetList(pack: Package, workbook: string) {
  const sheets: { name: string; relation: string; visible: boolean }[] = [];
  let date1904 = false;
  const stream = await pack.read(workbook);
  if (!stream) throw new SheetRefused("sheet.format_unsupported");
  await parseWholeXml(stream, {
    open: (name, attributes) => {
      if (name === "workbookPr") date1904 = ["1", "true"].includes(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const visible = (attributes.state ?? "visible") === "visible";
      sheets.push({ name: attributes.name ?? "", relation: prefixed(attributes, "id") ?? "", visible });
    },
  });
  return { sheets, date1904 };
}

async function readSharedStrings(pack: Package, part: string | undefined): Promise<string[]> {
  const stream = part === undefined ? null : await pack.read(part);
  const strings: string[] = [];
  if (!stream) return strings;
  const text = collectText("si", (one) => strings.push(one));
  let total = 0;
  let counted = 0;
  for await (const _ of parseXml(stream, text)) {
    for (; counted < strings.length; counted += 1) total += strings[counted]?.length ?? 0;
    if (total > longestSharedText) throw new SheetRefused("sheet.too_large", { megabytes: longestSharedText / 1e6 });
  }
  return strings;
}

/** Joins the runs of rich text within `wrapper`; the reading aid (`rPh`) above Chinese characters is no part of it. */
export function collectText(wrapper: string, done: (text: string) => void) {
  let text = "";
  let inText = false;
  let aids = 0;
  return {
    open(name: string) {
      if (name === wrapper) text = "";
      if (name === "rPh") aids += 1;
      if (name === "t") inText = aids === 0;
    },
    text(part: string) {
      if (inText) text += part;
    },
    close(name: string) {
      if (name === "rPh") aids -= 1;
      if (name === "t") inText = false;
      if (name === wrapper) done(unescapeText(text));
    },
  };
}

async function readFormats(pack: Package, part: string | undefined): Promise<NumberKind[]> {
  const stream = part === undefined ? null : await pack.read(part);
  if (!stream) return [];
  const codes = new Map<number, string>();
  const formats: NumberKind[] = [];
  let inCellFormats = false;
  await parseWholeXml(stream, {
    open: (name, { numFmtId = "", formatCode = "" }) => {
      if (name === "cellXfs") inCellFormats = true;
      else if (name === "numFmt") codes.set(Number(numFmtId), formatCode);
      else if (name === "xf" && inCellFormats) {
        const id = Number(numFmtId);
        formats.push(numFmtId === "" ? plainNumber : readNumberFormat(id, codes.get(id)));
      }
    },
    close: (name) => {
      if (name === "cellXfs") inCellFormats = false;
    },
  });
  return formats;
}
