import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { environmentWith } from "#app/config.ts";
import { requestImport } from "#app/domain/intake/request-import.ts";
import { fromStored } from "#app/domain/issue/stored-issues.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import type { ImportState } from "#app/services/database/generated/enums.ts";
import { writeDelimited } from "#app/services/sheets/write-delimited.ts";
import { loadReferenceData } from "#prisma/seed/reference.ts";
import { testDatabase } from "#tests/database.ts";
import { openSeason } from "#tests/integration/season-setup.ts";
import { makeCatalog } from "#tests/made-catalog.ts";

/** How often the worker dies while the sheet is judged, and while it is saved. */
const kills: [ImportState, number][] = [
  ["reading", 3],
  ["saving", 4],
];
/** Rows that a worker gets done before it is killed: a chunk, and some of the next. */
const rowsALife = 250;

test("an import whose worker is killed again and again loses no accepted row and takes none twice", async () => {
  const { client: database, url } = await testDatabase({ untilTestEnds: true });
  const folder = await mkdtemp(join(tmpdir(), "killed-import-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { merchant, storeId } = await openSeason(database);
  await loadReferenceData(database);
  // Letters that are lost in a text sheet have a test of their own.
  const catalog = makeCatalog(4_000, ({ text }) => !/\p{Cc}/u.test(text));
  const path = join(folder, "catalog.csv");
  await writeFile(path, writeDelimited([catalog.headings, ...catalog.rows]));
  const { key } = await (await openLocalBlobs(join(folder, "blobs"))).putFile(path);
  const sheet = { name: "catalog.csv", blob: key };
  const { importId } = await requestImport(database, merchant, { storeId, sheet, photos: null, unattended: true });

  let worker = startWorker();
  onTestFinished(async () => kill(worker));
  for (const [state, times] of kills) {
    const later: ImportState[] = state === "saving" ? ["done"] : ["saving", "done"];
    let inTheMiddle = 0;
    for (let time = 0; time < times; time += 1) {
      const before = state === "saving" ? await savedRows() : 0;
      await until(
        async () => (await isIn(...later)) || ((await isIn(state)) && (await rowsDone(state)) >= before + rowsALife),
      );
      await kill(worker);
      // On a busy machine one may be through before it is hit.
      if (await isIn(state)) inTheMiddle += 1;
      worker = startWorker();
    }
    expect(inTheMiddle, `killed in the middle of ${state}`).toBeGreaterThan(0);
  }
  await until(() => isIn("done"));

  const rows = await database.importRow.findMany({ where: { importId }, orderBy: { row: "asc" } });
  const outcomes = rows.map(({ outcome }) => outcome);
  const { total, accepted, refused, skipped } = catalog.expected.rows;
  expect(["accepted", "refused", "skipped"].map((one) => outcomes.filter((outcome) => outcome === one).length)).toEqual(
    [accepted, refused, skipped],
  );
  expect([rows.length, rows.every(({ committed }) => committed)]).toEqual([total, true]);
  const told = rows.flatMap(({ row, issues }) =>
    fromStored(issues).map(({ path: { field }, code, severity }) => ({ row, field, code, severity })),
  );
  expect(told).toEqual(catalog.expected.issues);
  // Each accepted row is one product with one version, saved by one act.
  const saved = { action: "save-products", actorId: merchant.accountId };
  expect([
    await database.product.count(),
    await database.productVersion.count(),
    await database.auditLine.count({ where: saved }),
  ]).toEqual([accepted, accepted, accepted]);

  function startWorker(): ChildProcess {
    const settings = { DATABASE_URL: url, DATA_DIR: folder, TMPDIR: folder, PUBLIC_URL: "https://baekseon.example" };
    return spawn(process.execPath, ["--import", "tsx", "workers/main.ts"], {
      env: environmentWith({ BAEKSEON_MODE: "demonstration", ...settings }),
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
  }

  async function isIn(...states: ImportState[]): Promise<boolean> {
    return (await database.import.count({ where: { id: importId, state: { in: states } } })) === 1;
  }

  async function savedRows(): Promise<number> {
    return database.importRow.count({ where: { importId, committed: true } });
  }

  async function rowsDone(state: ImportState): Promise<number> {
    if (state === "saving") return savedRows();
    const { done } = await database.progress.findUniqueOrThrow({
      where: { id_kind: { id: importId, kind: "import" } },
    });
    return done;
  }
}, 300_000);

async function kill(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const gone = once(worker, "exit");
  worker.kill("SIGKILL");
  await gone;
}

async function until(met: () => Promise<boolean>): Promise<void> {
  while (!(await met())) await pause(10);
}
