import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { onTestFinished } from "vitest";
import { findImport } from "#app/domain/intake/find-import.ts";
import { requestImport } from "#app/domain/intake/request-import.ts";
import { takeGoodRows } from "#app/domain/intake/take-good-rows.ts";
import { fromStored } from "#app/domain/issue/stored-issues.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import type { Network } from "#app/services/fetching/fetch-public.ts";
import { testDatabase } from "#tests/database.ts";
import { openClaims } from "#workers/claims.ts";
import type { WorkerContext } from "#workers/context.ts";
import { createRenderPool } from "#workers/images/render-pool.ts";
import { type FetchLimits, fetchLimits } from "#workers/intake/fetch-limits.ts";
import { importCatalog } from "#workers/tasks/import-catalog.ts";
import { saveImport } from "#workers/tasks/save-import.ts";
import { openSeason } from "../season-setup.ts";

export const headings = ["상품코드", "상품명", "카테고리", "판매가", "재고수량", "원산지", "제조자"];

/** A good row but for what is said otherwise, in the order of the headings. */
export function row(sku: string, over: Partial<Record<string, string>> = {}, more: string[] = []): string[] {
  const good: Record<string, string> = {
    ...{ 상품코드: sku, 상품명: `도마 ${sku}`, 카테고리: "기타 재화", 판매가: "12000" },
    ...{ 재고수량: "3", 원산지: "국내산", 제조자: "공방" },
  };
  return [...headings.map((heading) => over[heading] ?? good[heading] ?? ""), ...more];
}

export type Rows = readonly (readonly string[])[];

export function csv(rows: Rows): string {
  return rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");
}

export interface Given {
  sheet: Rows | Buffer;
  /** As the merchant's file was called. */
  name?: string;
  photos?: { name: string; bytes: Buffer };
  unattended?: boolean;
}

export interface StageSettings {
  /** Without one there is no internet. */
  network?: Network;
  limits?: Partial<FetchLimits>;
}

/** A stage that is gone when the test is over. */
export async function importStage(settings: StageSettings = {}): Promise<ImportStage> {
  const stage = await openImportStage(settings);
  onTestFinished(stage.close);
  return stage;
}

/** A store that uploads sheets, and a worker that is called by hand. */
export async function openImportStage({ network = nowhere, limits = {} }: StageSettings = {}) {
  const { client: database, url, drop } = await testDatabase();
  const season = await openSeason(database);
  const folder = await mkdtemp(join(tmpdir(), "import-stage-"));
  const blobs = await openLocalBlobs(join(folder, "blobs"));
  const renderPool = createRenderPool({ size: 1 });
  const claims = openClaims(url);
  const close = async () => {
    await renderPool.close();
    await claims.close();
    await rm(folder, { recursive: true });
    await drop();
  };
  const { storeId, merchant } = season;
  const fetching = { network, limits: { ...fetchLimits, ...limits } };
  // An import asks for neither malls nor messages.
  const context = {
    ...{ database, blobs, renderPool, claims, fetching },
    log: pino({ level: "silent" }),
  } as unknown as WorkerContext;

  const stored = async (name: string, bytes: Buffer) => {
    const path = join(folder, "arrived");
    await writeFile(path, bytes);
    return { name, blob: (await blobs.putFile(path)).key };
  };
  const upload = async ({ sheet, name = "상품표.csv", photos, unattended = false }: Given) => {
    const bytes = Buffer.isBuffer(sheet) ? sheet : Buffer.from(csv(sheet));
    const { importId } = await requestImport(database, merchant, {
      ...{ storeId, unattended },
      sheet: await stored(name, bytes),
      photos: photos ? await stored(photos.name, photos.bytes) : null,
    });
    return importId;
  };
  const found = async (importId: string) => {
    const one = await findImport(database, { storeId, importId });
    if (!one) throw new Error("The import is gone");
    return one;
  };
  /** Of one import as the page has it now. */
  const at = async (importId: string) => ({ storeId, importId, judgement: (await found(importId)).judgement });
  const save = (importId: string) => saveImport(context, { importId });

  return {
    ...{ database, url, folder, season, storeId, merchant, blobs, context, upload, found, at, save, close },
    judge: (importId: string) => importCatalog(context, { importId }),
    /** Uploads and judges. */
    async judged(given: Rows | Given): Promise<string> {
      const importId = await upload(isGiven(given) ? given : { sheet: given });
      await importCatalog(context, { importId });
      return importId;
    },
    async taken(importId: string) {
      const outcome = await takeGoodRows(database, merchant, await at(importId));
      if (outcome.ok) await save(importId);
      return outcome;
    },
    /** Every row's verdict as it is recorded. */
    async verdicts(importId: string) {
      const rows = await database.importRow.findMany({ where: { importId }, orderBy: { row: "asc" } });
      return rows.map(({ row, sku, outcome, issues }) => ({ row, sku, outcome, issues: fromStored(issues) }));
    },
    async photosGiven(importId: string) {
      const photos = await database.importPhoto.findMany({ where: { importId }, orderBy: { ordinal: "asc" } });
      return photos.map(({ fileName, outcome, row, sha256, issues }) => ({
        ...{ fileName, outcome, row, sha256 },
        issues: fromStored(issues),
      }));
    },
    async skus() {
      const products = await database.product.findMany({ where: { storeId }, orderBy: { sku: "asc" } });
      return products.map(({ sku }) => sku);
    },
    async jobs() {
      const rows = await database.$queryRaw<{ task: string }[]>`
        SELECT task_identifier AS task FROM graphile_worker.jobs WHERE task_identifier LIKE '%import%' ORDER BY id`;
      return rows.map(({ task }) => task);
    },
  };
}

export type ImportStage = Awaited<ReturnType<typeof openImportStage>>;

function isGiven(given: Rows | Given): given is Given {
  return !Array.isArray(given);
}

const nowhere: Network = {
  resolve: async (host) => Promise.reject(new Error(`nobody knows ${host}`)),
  send: async (url) => Promise.reject(new Error(`nothing may be asked of ${url.host}`)),
};
