import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import exceljs from "exceljs";
import { program } from "#app/domain/account/actor.ts";
import type { RowVerdict } from "#app/domain/intake/catalog-row.ts";
import { readCatalog } from "#app/domain/intake/read-catalog.ts";
import { commonNoticeFields, noticeOf } from "#app/domain/notice/notices.ts";
import { contentHash, type ProductContent } from "#app/domain/product/product-content.ts";
import { saveProducts } from "#app/domain/product/save-products.ts";
import { type Database, inTransaction, openDatabase } from "#app/services/database/database.ts";
import { startThrowAwayServer } from "#app/services/database/embedded-server.ts";
import { ensureDatabase } from "#app/services/database/external-server.ts";
import { applyMigrations } from "#app/services/database/migrations.ts";
import { openSheet } from "#app/services/sheets/open-sheet.ts";
import type { SheetRow } from "#app/services/sheets/sheet-rows.ts";
import { loadReferenceData } from "#prisma/seed/reference.ts";
import { serverGrownBy } from "./uploading/server-memory.ts";

/*
 * `npm run bench -- intake [--json]`: how fast a big sheet is read, judged and saved, against an importer that creates one product
 * a row, in one run. The saving is measured without photos, with a database that answers for its commits as the program's own.
 */

export interface IntakeNumbers {
  /** Judged rows of 40 columns, already read. */
  dryRunRowsPerSecond: number;
  /** Products saved. */
  commitPerSecond: number;
  /** How many times as long the importer of one product a row takes. */
  ratioToNaive: number;
  /** A whole workbook of 20 columns from the file to its last verdict. */
  growth: { rows: number; msPerRow: number }[];
  /** What a process's memory grows by while it reads the last of these. */
  grownMB: number;
  /** What the web server's memory grows by while ten archives of 20 MB arrive at once. */
  serverGrownMB: number;
}

/** As a merchant's upload is saved. */
const chunkSize = 200;
const sizes = [1_000, 10_000, 50_000];

export async function bench(words: string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "baekseon-bench-"));
  try {
    const numbers = await measure(folder);
    if (words.includes("--json")) process.stdout.write(`${JSON.stringify(numbers)}\n`);
    else print(numbers);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measure(folder: string): Promise<IntakeNumbers> {
  const wide = [headingsOf(40), ...Array.from({ length: 20_000 }, (_, index) => rowOf(index, 40))];
  const asSheet = async function* (rows: string[][]): AsyncGenerator<SheetRow> {
    for (const [index, cells] of rows.entries()) yield { row: index + 1, cells };
  };
  await judge(asSheet(wide.slice(0, 2_000)));
  const dry = await seconds(() => judge(asSheet(wide)));

  const growth: IntakeNumbers["growth"] = [];
  const fileOf = (rows: number) => join(folder, `${rows}.xlsx`);
  for (const rows of sizes) await writeSheet(fileOf(rows), rows, 20);
  for (const rows of sizes) {
    const spent = await seconds(async () => judge(await openSheet({ path: fileOf(rows), name: "sheet.xlsx" })));
    growth.push({ rows, msPerRow: round((spent * 1000) / rows, 3) });
  }
  const grownMB = round(await grownBy(fileOf(sizes.at(-1) ?? 0)), 0);

  const verdicts = await collect(asSheet(wide.slice(0, 10_001)));
  const { commit, naive, serverGrown } = await measureWithDatabase(verdicts.map(contentOf), folder);
  return {
    dryRunRowsPerSecond: Math.round((wide.length - 1) / dry),
    commitPerSecond: Math.round(commit),
    ratioToNaive: round(commit / naive, 1),
    growth,
    grownMB,
    serverGrownMB: round(serverGrown, 0),
  };
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

/** Products a second, ours and naive; and megabytes. */
async function measureWithDatabase(
  contents: ProductContent[],
  folder: string,
): Promise<{ commit: number; naive: number; serverGrown: number }> {
  const server = await startThrowAwayServer();
  try {
    const url = server.url("bench");
    await ensureDatabase(url);
    await applyMigrations(url);
    const database = openDatabase(url, { connections: 4 });
    try {
      await loadReferenceData(database);
      await save(database, await makeStore(database, "1248100998"), contents.slice(0, 1_000));
      const storeId = await makeStore(database, "2208162517");
      const ours = await seconds(() => save(database, storeId, contents));
      const few = contents.slice(0, 1_000);
      const naiveStore = await makeStore(database, "1018116293");
      const naive = await seconds(() => saveNaively(database, naiveStore, few));
      const serverGrown = await serverGrownBy(database, url, folder);
      return { commit: contents.length / ours, naive: few.length / naive, serverGrown };
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
    [...process.execArgv, fileURLToPath(new URL("./reading/measure-memory.ts", import.meta.url)), path],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error("The reading process failed");
  return Number(said);
}

async function writeSheet(path: string, rows: number, columns: number): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true });
  const sheet = workbook.addWorksheet("상품");
  sheet.addRow(headingsOf(columns)).commit();
  for (let index = 0; index < rows; index += 1) sheet.addRow(rowOf(index, columns)).commit();
  await workbook.commit();
}

const fields: readonly (readonly [heading: string, text: (index: number) => string])[] = [
  ["상품코드", (index) => `BENCH-${index}`],
  ["상품명", (index) => `참기름 선물 세트 ${index}호`],
  ["카테고리", () => "GENERAL_FOOD"],
  ["판매가", (index) => `${(12_000 + (index % 500) * 10).toLocaleString("en")}원`],
  ["재고수량", (index) => String(index % 300)],
  ["원산지", () => "국내산(전북 임실)"],
  ["제조자", () => "망원시장 참기름집"],
  ["상세설명", (index) => `<p>당일 짠 참기름이에요. ${index}번째 병까지 <b>손으로</b> 담아요.</p>`],
  ["사진", (index) => `oil-${index}.jpg, oil-${index}-2.jpg`],
  ["옵션", (index) => (index % 10 === 0 ? "용량=180ml,350ml" : "")],
  ["옵션재고", (index) => (index % 10 === 0 ? "180ml=5; 350ml=3" : "")],
  ["옵션추가금", (index) => (index % 10 === 0 ? "350ml=+6000" : "")],
  ["과세구분", () => "과세"],
  ["배송비", () => "3,000"],
  ["인증번호", () => ""],
  ["태그", () => "참기름, 선물, 명절"],
  ["mall.coupang.수량", () => "1개"],
  ["mall.coupang.개당 용량", () => "350ml"],
  ["mall.naver.브랜드", () => "망원"],
];

const noticeLabels = [...noticeOf("GENERAL_FOOD").fields, ...commonNoticeFields].map(({ labelKo }) => labelKo);

function headingsOf(columns: number): string[] {
  return [...fields.map(([heading]) => heading), ...noticeLabels.map((label) => `고시:${label}`)]
    .concat(Array.from({ length: columns }, (_, index) => `비고 ${index + 1}`))
    .slice(0, columns);
}

function rowOf(index: number, columns: number): string[] {
  const said = fields.map(([, text]) => text(index));
  return [...said, ...Array.from({ length: columns }, () => "상품 상세 참조")].slice(0, columns);
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function print(numbers: IntakeNumbers): void {
  const { dryRunRowsPerSecond, commitPerSecond, ratioToNaive, growth, grownMB, serverGrownMB } = numbers;
  console.log(`dry run, 40 columns       ${dryRunRowsPerSecond.toLocaleString("en")} rows/s`);
  console.log(`saving, without photos    ${commitPerSecond.toLocaleString("en")} products/s`);
  console.log(`one create a row takes    ${ratioToNaive}× as long`);
  const [first] = growth;
  for (const { rows, msPerRow } of growth) {
    const ratio = (msPerRow / (first?.msPerRow ?? msPerRow)).toFixed(2);
    const label = `${rows.toLocaleString("en")} rows × 20`.padEnd(26);
    console.log(`${label}${msPerRow} ms a row, ${((rows * msPerRow) / 1000).toFixed(1)} s (${ratio}×)`);
  }
  console.log(`memory of the reader      +${grownMB} MB at ${sizes.at(-1)?.toLocaleString("en")} rows`);
  console.log(`memory of the web server  +${serverGrownMB} MB for ten uploads of 20 MB at once`);
}
