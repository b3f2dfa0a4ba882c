import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { program } from "#app/domain/account/actor.ts";
import type { RowVerdict } from "#app/domain/intake/catalog-row.ts";
import { readCatalog } from "#app/domain/intake/read-catalog.ts";
import { contentHash, type ProductContent } from "#app/domain/product/product-content.ts";
import { saveProducts } from "#app/domain/product/save-products.ts";
import { type Database, inTransaction, openDatabase } from "#app/services/database/database.ts";
import { startThrowAwayServer } from "#app/services/database/embedded-server.ts";
import { ensureDatabase } from "#app/services/database/external-server.ts";
import { applyMigrations } from "#app/services/database/migrations.ts";
import { openSheetUnread } from "#app/services/sheets/open-sheet.ts";
import type { SheetRow } from "#app/services/sheets/sheet-rows.ts";
import { loadReferenceData } from "#prisma/seed/reference.ts";
import { headingsOf, rowOf, writeSheet } from "./intake/made-sheet.ts";
import { serverGrownBy } from "./intake/server-memory.ts";
import { importWhole, type WholeImport } from "./intake/whole-import.ts";

/*
 * `npm run bench -- intake [--json]`: how fast a big sheet is read, judged and saved, against an importer that creates one product
 * a row, in one run, with a database that answers for its commits as the program's own. The table also follows one upload as
 * its merchant meets it, and the web server while archives arrive; the JSON has the numbers below and nothing else.
 */

export interface IntakeNumbers {
  /** Judged rows of 40 columns, already read. */
  dryRunRowsPerSecond: number;
  /** Products saved, without photos. */
  commitPerSecond: number;
  /** How many times as long the importer of one product a row takes. */
  ratioToNaive: number;
  /** A whole workbook of 20 columns from the file to its last verdict. */
  growth: { rows: number; msPerRow: number }[];
  /** What a process's memory grows by while it reads the last of these. */
  grownMB: number;
}

/** What only the table tells. */
interface Further {
  whole: WholeImport;
  /** What the web server's memory grows by while ten archives of 20 MB arrive at once. */
  serverGrownMB: number;
}

/** As a merchant's upload is saved. */
const chunkSize = 200;
const sizes = [1_000, 10_000, 50_000];
const largest = 50_000;

const wide = [headingsOf(40), ...Array.from({ length: 20_000 }, (_, index) => rowOf(index, 40))];

async function* asSheet(rows: string[][]): AsyncGenerator<SheetRow> {
  for (const [index, cells] of rows.entries()) yield { row: index + 1, cells };
}

export async function bench(words: string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "baekseon-bench-"));
  try {
    for (const rows of sizes) await writeSheet(sheetOf(folder, rows), rows, 20);
    const reading = await measureReading(folder);
    await withDatabase(async (database, url) => {
      const numbers = { ...reading, ...(await measureSaving(database)) };
      if (words.includes("--json")) process.stdout.write(`${JSON.stringify(numbers)}\n`);
      else print(numbers, await measureUploads(database, url, folder));
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

function sheetOf(folder: string, rows: number): string {
  return join(folder, `${rows}.xlsx`);
}

async function measureReading(folder: string) {
  await judge(asSheet(wide.slice(0, 2_000)));
  const dry = await seconds(() => judge(asSheet(wide)));
  const growth: IntakeNumbers["growth"] = [];
  await judge(await openSheetUnread({ path: sheetOf(folder, 10_000), name: "상품.xlsx" }));
  // As many readings of the short ones as make their time worth comparing.
  for (const rows of sizes) {
    const times = Math.max(1, Math.round(10_000 / rows));
    const spent = await seconds(async () => {
      for (let time = 0; time < times; time += 1) {
        await judge(await openSheetUnread({ path: sheetOf(folder, rows), name: "상품.xlsx" }));
      }
    });
    growth.push({ rows, msPerRow: round((spent * 1000) / rows / times, 3) });
  }
  const grownMB = round(await grownBy(sheetOf(folder, largest)), 0);
  return { dryRunRowsPerSecond: Math.round((wide.length - 1) / dry), growth, grownMB };
}

async function measureSaving(database: Database) {
  const contents = (await collect(asSheet(wide.slice(0, 10_001)))).map(contentOf);
  await save(database, await makeStore(database, "1248100998"), contents.slice(0, 1_000));
  const storeId = await makeStore(database, "2208162517");
  const ours = await seconds(() => save(database, storeId, contents));
  const few = contents.slice(0, 1_000);
  const naiveStore = await makeStore(database, "1018116293");
  const naive = await seconds(() => saveNaively(database, naiveStore, few));
  const commitPerSecond = contents.length / ours;
  const ratioToNaive = round(commitPerSecond / (few.length / naive), 1);
  return { commitPerSecond: Math.round(commitPerSecond), ratioToNaive };
}

async function measureUploads(database: Database, url: string, folder: string): Promise<Further> {
  const storeId = await makeStore(database, "1198600011");
  const whole = await importWhole(database, { path: sheetOf(folder, 10_000), rows: 10_000, storeId, folder, url });
  return { whole, serverGrownMB: round(await serverGrownBy(database, url, folder), 0) };
}

async function judge(sheet: AsyncIterable<SheetRow>): Promise<number> {
  const { verdicts, totals } = await readCatalog(sheet);
  for await (const _ of verdicts);
  if (totals.accepted !== totals.total)
    throw new Error(`Only ${totals.accepted} of ${totals.total} rows were accepted`);
  return totals.total;
}

async function collect(sheet: AsyncIterable<SheetRow>): Promise<RowVerdict[]> {
  const all: RowVerdict[] = [];
  for await (const verdict of (await readCatalog(sheet)).verdicts) all.push(verdict);
  return all;
}

function contentOf({ catalogRow }: RowVerdict): ProductContent {
  if (!catalogRow) throw new Error("A made row was refused");
  const { photoNames: _names, stock: _stock, ...said } = catalogRow;
  return { ...said, photos: null };
}

async function withDatabase(work: (database: Database, url: string) => Promise<void>): Promise<void> {
  const server = await startThrowAwayServer();
  try {
    const url = server.url("bench");
    await ensureDatabase(url);
    await applyMigrations(url);
    const database = openDatabase(url, { connections: 4 });
    try {
      await loadReferenceData(database);
      await work(database, url);
    } finally {
      await database.$disconnect();
    }
  } finally {
    await server.stop();
  }
}

async function save(database: Database, storeId: string, contents: ProductContent[]): Promise<void> {
  for (let start = 0; start < contents.length; start += chunkSize) {
    const chunk = contents.slice(start, start + chunkSize);
    await inTransaction(database, (transaction) => saveProducts(transaction, program, storeId, chunk));
  }
}

async function saveNaively(database: Database, storeId: string, contents: ProductContent[]): Promise<void> {
  for (const content of contents) {
    const { sku, origin, variants, photos: _photos, ...said } = content;
    const version = {
      ...said,
      number: 1,
      originText: origin.text,
      originKind: origin.kind,
      originCountry: origin.country,
      contentHash: contentHash(content),
    };
    await database.product.create({
      data: {
        storeId,
        sku,
        versions: {
          create: { ...version, variants: { create: variants.map((one, position) => ({ ...one, position })) } },
        },
      },
    });
  }
}

async function makeStore(database: Database, businessNumber: string): Promise<string> {
  const { id } = await database.store.create({
    data: {
      ...{ slug: businessNumber, businessNumber, kind: "craft", state: "approved", name: "공방", ownerName: "김공방" },
      ...{ phone: "02-123-4567", postcode: "04018", address: "서울특별시 마포구", districtCode: "11440" },
    },
  });
  return id;
}

/** Megabytes that a process of its own grows by from before it opens the sheet to its highest while it reads it. */
async function grownBy(path: string): Promise<number> {
  const child = spawn(
    process.execPath,
    [...process.execArgv, fileURLToPath(new URL("./intake/measure-memory.ts", import.meta.url)), path],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error("The reading process failed");
  return Number(said);
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function print(numbers: IntakeNumbers, { whole, serverGrownMB }: Further): void {
  const { dryRunRowsPerSecond, commitPerSecond, ratioToNaive, growth, grownMB } = numbers;
  console.log(`dry run, 40 columns       ${dryRunRowsPerSecond.toLocaleString("en")} rows/s`);
  console.log(`saving, without photos    ${commitPerSecond.toLocaleString("en")} products/s`);
  console.log(`one create a row takes    ${ratioToNaive}× as long`);
  const [first] = growth;
  for (const { rows, msPerRow } of growth) {
    const ratio = (msPerRow / (first?.msPerRow ?? msPerRow)).toFixed(2);
    const label = `${rows.toLocaleString("en")} rows × 20`.padEnd(26);
    console.log(`${label}${msPerRow} ms a row, ${((rows * msPerRow) / 1000).toFixed(1)} s (${ratio}×)`);
  }
  const { firstVerdicts, allVerdicts, withPhotos, saved } = whole;
  const said = [firstVerdicts, allVerdicts, withPhotos, saved].map((one) => `${one.toFixed(1)} s`);
  console.log(
    `an upload of ${whole.rows.toLocaleString("en")}       first verdicts ${said[0]}, of every row ${said[1]}, with its photos ${said[2]}, saved ${said[3]}`,
  );
  console.log(`its progress on the page  never older than ${whole.oldestProgress.toFixed(1)} s`);
  console.log(`memory of the reader      +${grownMB} MB at ${largest.toLocaleString("en")} rows`);
  console.log(`memory of the web server  +${serverGrownMB} MB for ten uploads of 20 MB at once`);
}
