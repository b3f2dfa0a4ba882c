import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pino from "pino";
import { requestImport } from "#app/domain/intake/request-import.ts";
import { takeGoodRows } from "#app/domain/intake/take-good-rows.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import type { Database } from "#app/services/database/database.ts";
import type { WorkerContext } from "#workers/context.ts";
import { fetchLimits } from "#workers/intake/fetch-limits.ts";
import { importCatalog } from "#workers/tasks/import-catalog.ts";
import { saveImport } from "#workers/tasks/save-import.ts";

/** Seconds of an upload as its merchant meets them, from the moment a worker begins. */
export interface WholeImport {
  rows: number;
  /** Until the page can show verdicts of some rows. */
  firstVerdicts: number;
  /** Until every row has its verdict. */
  allVerdicts: number;
  /** Until the verdicts also say what was found out about the rows' photos; here that none of those named were given. */
  withPhotos: number;
  /** From "take the good rows" to the last product, the sheet read and judged again. */
  saved: number;
  /** The oldest that the progress shown on the page ever was meanwhile. */
  oldestProgress: number;
}

interface WholeSheet {
  path: string;
  rows: number;
  storeId: string;
  folder: string;
  url: string;
}

/** Runs one upload from the stored file to its saved products, with the worker's own tasks. */
export async function importWhole(
  database: Database,
  { path, rows: sheetRows, storeId, folder, url }: WholeSheet,
): Promise<WholeImport> {
  const blobs = await openLocalBlobs(join(folder, "blobs"));
  const account = await database.account.create({ data: { role: "merchant", name: "김공방", phone: "+821087654321" } });
  const actor = { kind: "person", role: "merchant", accountId: account.id } as const;
  // No malls, messages or photos have a part in this.
  const context = {
    ...{ database, blobs, log: pino({ level: "silent" }) },
    fetching: { limits: fetchLimits },
  } as unknown as WorkerContext;
  const sheet = { name: "상품.xlsx", blob: (await blobs.putFile(path)).key };
  const { importId } = await requestImport(database, actor, { storeId, sheet, photos: null });

  const started = performance.now();
  const since = () => (performance.now() - started) / 1000;
  const first = watchForRows(database, importId, { rows: 1, since });
  const all = watchForRows(database, importId, { rows: sheetRows, since });
  const stopWatching = watchProgress(url);
  await importCatalog(context, { importId });
  const withPhotos = since();
  const [firstVerdicts, allVerdicts] = await Promise.all([first, all]);
  const { judgement } = await database.import.findUniqueOrThrow({ where: { id: importId } });
  const taken = await takeGoodRows(database, actor, { storeId, importId, judgement });
  if (!taken.ok) throw new Error(`The rows were not taken: ${taken.issues[0]?.code}`);
  const takenAt = since();
  await saveImport(context, { importId });
  const oldestProgress = await stopWatching();
  const rows = await database.product.count({ where: { storeId } });
  return { rows, firstVerdicts, allVerdicts, withPhotos, saved: since() - takenAt, oldestProgress };
}

/**
 * Looks from a process of its own, as a page does: this one is busy judging. Gives the way to stop, which answers with the age in seconds
 * of the oldest progress seen while something was under way.
 */
function watchProgress(url: string): () => Promise<number> {
  const program = fileURLToPath(new URL("./watch-progress.ts", import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, program, url], { stdio: ["pipe", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  return async () => {
    const closed = once(child, "close");
    child.stdin.end();
    const [code] = await closed;
    if (code !== 0) throw new Error("Nobody watched the progress");
    return Number(said);
  };
}

async function watchForRows(
  database: Database,
  importId: string,
  { rows, since }: { rows: number; since: () => number },
): Promise<number> {
  while ((await database.importRow.count({ where: { importId } })) < rows) {
    await new Promise((soon) => setTimeout(soon, 20));
  }
  return since();
}
