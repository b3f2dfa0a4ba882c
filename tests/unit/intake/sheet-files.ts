import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { ZipFile } from "yazl";
import { openSheet } from "#app/services/sheets/open-sheet.ts";
import type { SheetRow, SheetRows } from "#app/services/sheets/sheet-rows.ts";

/** A file of these bytes that is gone when the test is over. */
export async function temporaryFile(bytes: Buffer | string, name = "catalog"): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "baekseon-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

export async function rowsOf(bytes: Buffer | string, name = "catalog"): Promise<SheetRow[]> {
  return collect(await openSheet({ path: await temporaryFile(bytes, name), name }));
}

export async function collect(rows: SheetRows): Promise<SheetRow[]> {
  const list: SheetRow[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

export async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "nothing was refused",
    (error) => error.issue?.code ?? String(error),
  );
}

export function zipOf(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content as string), name);
  zip.end();
  return collectBytes(zip.outputStream);
}

async function collectBytes(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const relationType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

export interface HandMade {
  /** What stands in `<sheetData>` of each sheet. */
  sheets: { data: string; state?: string }[];
  sharedStrings?: string;
  styles?: string;
  workbookProperties?: string;
  /** Parts that replace or add to the usual ones. */
  parts?: Record<string, string | Buffer>;
}

/** A workbook written by hand, for what no program would write twice; parts stand in the order given, sheets before strings. */
export function workbookOf({ sheets, sharedStrings = "", styles = "", workbookProperties = "", parts }: HandMade) {
  const list = sheets.map(
    ({ state }, at) => `<sheet name="S${at}" sheetId="${at + 1}" r:id="s${at}" ${state ? `state="${state}"` : ""}/>`,
  );
  const relations = sheets.map(
    (_, at) => `<Relationship Id="s${at}" Type="${relationType}/worksheet" Target="/xl/worksheets/tab${at}.xml"/>`,
  );
  return zipOf({
    ...Object.fromEntries(
      sheets.map(({ data }, at) => [
        `xl/worksheets/tab${at}.xml`,
        data.startsWith("<?xml")
          ? data
          : `<worksheet xmlns="${main}"><dimension ref="A1"/><sheetData>${data}</sheetData></worksheet>`,
      ]),
    ),
    "xl/sharedStrings.xml": `<sst xmlns="${main}">${sharedStrings}</sst>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": `<Relationships xmlns="${packageRelations}"><Relationship Id="w" Type="${relationType}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packageRelations}">${relations.join("")}<Relationship Id="x" Type="${relationType}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="y" Type="${relationType}/styles" Target="styles.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relationType}">${workbookProperties}<sheets>${list.join("")}</sheets></workbook>`,
    ...parts,
  });
}
