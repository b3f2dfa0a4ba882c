import { join } from "node:path";
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
  /** Until every verdict is there. */
  allVerdicts: number;
  /** From "take the good rows" to the last product, the sheet read and judged again. */
  saved: number;
  /** The oldest that the progress shown on the page ever was meanwhile. */
  oldestProgress: number;
}

/** Runs one upload from the stored file to its saved products, with the worker's own tasks. */
export async function importWhole(
  database: Database,
  { path, storeId, folder }: { path: string; storeId: string; folder: string },
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
  const watching = watchForFirst(database, importId, since);
  const stopWatching = watchProgress(database, importId);
  await importCatalog(context, { importId });
  const allVerdicts = since();
  const firstVerdicts = await watching;
  const { judgement } = await database.import.findUniqueOrThrow({ where: { id: importId } });
  const taken = await takeGoodRows(database, actor, { storeId, importId, judgement });
  if (!taken.ok) throw new Error(`The rows were not taken: ${taken.issues[0]?.code}`);
  const takenAt = since();
  await saveImport(context, { importId });
  const oldestProgress = await stopWatching();
  const rows = await database.product.count({ where: { storeId } });
  return { rows, firstVerdicts, allVerdicts, saved: since() - takenAt, oldestProgress };
}

/** Gives the way to stop, which answers with the age in seconds of the oldest progress seen while something was under way. */
function watchProgress(database: Database, importId: string): () => Promise<number> {
  let oldest = 0;
  let watching = true;
  const watch = async () => {
    while (watching) {
      const running = await database.progress.findFirst({ where: { id: importId, state: "running" } });
      if (running) oldest = Math.max(oldest, (Date.now() - running.updatedAt.getTime()) / 1000);
      await new Promise((soon) => setTimeout(soon, 50));
    }
    return oldest;
  };
  const watched = watch();
  return () => {
    watching = false;
    return watched;
  };
}

async function watchForFirst(database: Database, importId: string, since: () => number): Promise<number> {
  while (!(await database.importRow.findFirst({ where: { importId }, select: { row: true } }))) {
    await new Promise((soon) => setTimeout(soon, 20));
  }
  return since();
}
