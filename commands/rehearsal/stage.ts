import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { config } from "#app/config.ts";
import type { BlobStore } from "#app/services/blobs/blob-store.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import { type Database, openDatabase } from "#app/services/database/database.ts";
import { startThrowAwayServer } from "#app/services/database/embedded-server.ts";
import { dropDatabase, ensureDatabase } from "#app/services/database/external-server.ts";
import { applyMigrations } from "#app/services/database/migrations.ts";
import { makeTemporaryFolder, sweepTemporaryFolders } from "#app/services/temporary-folder.ts";
import { loadMallCategories, loadMallTerms, loadReferenceData } from "#prisma/seed/reference.ts";
import type { MallLimits } from "#tests/malls/played-malls.ts";
import type { Sandbox } from "#tests/malls/sandbox.ts";
import { buildWorker } from "../start/build-worker.ts";
import { raiseCurtain } from "./raise-curtain.ts";
import { servePictures } from "./serve-pictures.ts";
import { type KeptWorker, keepWorkerRunning } from "./worker-process.ts";

const publicUrl = "https://rehearsal.baekseon.example";
/** The sandbox reviews in under a second what the malls take hours for; questions follow that pace. */
const followUpPace = 0.02;
const reviewMilliseconds = 700;

/** Where one season is played: a database, blobs, malls and a worker that exist for nothing else. */
export interface Stage {
  openedAt: number;
  folder: string;
  database: Database;
  blobs: BlobStore;
  seasonId: string;
  storeId: string;
  merchant: { kind: "person"; accountId: string; role: "merchant" };
  curator: { kind: "person"; accountId: string; role: "curator" };
  /** The environment of its workers. */
  settings: Record<string, string>;
  workers: readonly KeptWorker[];
  /** One worker more. */
  hire(): void;
  /** Counted by the malls themselves. */
  countListings(): Record<string, { listings: number; duplicates: number }>;
  /** The malls themselves. */
  sandbox: Sandbox;
  close(): Promise<void>;
}

export interface StageOptions {
  keep: boolean;
  /** How many work from the beginning. */
  workers?: number;
  limits?: MallLimits;
  /** What its workers find in their environment besides. */
  environment?: Record<string, string>;
  /** A server for the database; else the one that the environment names, or one of its own. */
  databaseServer?: string;
}

export async function openStage({
  keep,
  workers: count = 1,
  limits,
  environment,
  databaseServer,
}: StageOptions): Promise<Stage> {
  await buildWorker();
  const openedAt = Date.now();
  const endings: (() => Promise<void>)[] = [];
  const close = async () => {
    const failures: unknown[] = [];
    for (const end of endings.splice(0).reverse()) await end().catch((error) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
  try {
    await sweepTemporaryFolders("rehearsal");
    const folder = await makeTemporaryFolder(keep ? "kept-rehearsal" : "rehearsal");
    if (!keep) endings.push(() => rm(folder, { recursive: true, force: true }));
    const databaseUrl = await openOwnDatabase(keep, endings, databaseServer);
    const database = openDatabase(databaseUrl);
    endings.push(() => database.$disconnect());
    await loadReferenceData(database);

    const blobs = await openLocalBlobs(join(folder, "blobs"));
    const pictures = await servePictures(blobs, database);
    endings.push(() => pictures.close());
    // Only commands load the stand-ins, and only here: production starts without tests/.
    const { startSandbox } = await import("#tests/malls/sandbox.ts");
    const { sandboxCategories } = await import("#tests/malls/sandbox-categories.ts");
    const { sandboxTerms } = await import("#tests/malls/sandbox-terms.ts");
    const { sandboxSettings } = await import("#tests/malls/sandbox-settings.ts");
    const sandbox = await startSandbox({
      port: 0,
      publicOrigin: publicUrl,
      localOrigin: pictures.origin,
      reviewMilliseconds,
      limits,
    });
    endings.push(() => sandbox.close());
    await loadMallCategories(database, sandboxCategories);
    await loadMallTerms(database, sandboxTerms);

    const people = await raiseCurtain(database);
    const settings = {
      BAEKSEON_MODE: "demonstration",
      DATABASE_URL: databaseUrl,
      DATA_DIR: folder,
      // What a killed worker leaves behind goes with the stage.
      TMPDIR: folder,
      PUBLIC_URL: publicUrl,
      FOLLOW_UP_PACE: String(followUpPace),
      ...shareOf(count),
      ...sandboxSettings(sandbox.origin),
      ...environment,
    };
    const workers: KeptWorker[] = [];
    const hire = () => void workers.push(keepWorkerRunning(settings));
    for (let hired = 0; hired < count; hired += 1) hire();
    endings.push(async () => void (await Promise.all(workers.map((worker) => worker.stop()))));
    if (keep) endings.unshift(async () => void process.stderr.write(`Kept: ${folder} and ${databaseUrl}\n`));
    return {
      ...{ openedAt, folder, database, blobs, ...people, settings, workers, hire, close },
      countListings: () => sandbox.counts(),
      sandbox,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Several workers share the machine that one has to itself. */
function shareOf(workers: number): Record<string, string> {
  if (workers <= 1) return {};
  const share = (whole: number) => String(Math.max(1, Math.floor(whole / workers)));
  const { workerConcurrency, renderProcesses = availableParallelism() } = config();
  return { WORKER_CONCURRENCY: share(workerConcurrency * 2), RENDER_PROCESSES: share(renderProcesses) };
}

/** On the given server a database of its own; without one a server of its own. */
async function openOwnDatabase(
  keep: boolean,
  endings: (() => Promise<void>)[],
  external = config().databaseUrl,
): Promise<string> {
  const name = `rehearsal_${Date.now()}_${randomBytes(4).toString("hex")}`;
  let url: string;
  if (external) {
    const address = new URL(external);
    address.pathname = `/${name}`;
    url = address.href;
    await ensureDatabase(url);
    if (!keep) endings.push(() => dropDatabase(url));
  } else {
    const server = await startThrowAwayServer();
    endings.push(() => (keep ? server.leave() : server.stop()));
    url = server.url(name);
    await ensureDatabase(url);
  }
  await applyMigrations(url);
  return url;
}
