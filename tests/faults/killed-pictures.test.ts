import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { renditionAddress } from "#app/domain/picture/rendition.ts";
import { webSet } from "#app/domain/picture/web-set.ts";
import { originalKey, renditionKey, sha256Of } from "#app/services/blobs/blob-store.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import { testDatabase } from "#tests/database.ts";
import { noise } from "#tests/unit/made-pictures.ts";

function start(script: string, words: string[]): ChildProcess {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), words, { execArgv: ["--import", "tsx"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once("exit", resolve));
const heard = (child: ChildProcess) => new Promise((resolve) => child.once("message", resolve));
const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "killed-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

test("writers killed at any instant leave no half file, and nothing that was said to be safe is lost", async () => {
  const folder = await temporaryFolder();
  const safe: string[] = [];
  for (let round = 0; round < 6; round++) {
    const writers = [start("blob-writer.ts", [folder]), start("blob-writer.ts", [folder])];
    for (const writer of writers) writer.on("message", (sha256: string) => safe.push(sha256));
    await Promise.all(writers.map(heard));
    await after(40 + round * 37);
    await Promise.all(
      writers.map(async (writer) => {
        writer.kill("SIGKILL");
        await ended(writer);
      }),
    );
  }
  const stored = await filesUnder(join(folder, "originals"));
  for (const path of stored) expect(sha256Of(await readFile(path))).toBe(basename(path));
  const names = new Set(stored.map((path) => basename(path)));
  expect(safe.length).toBeGreaterThan(12);
  for (const sha256 of safe) expect(names).toContain(sha256);
}, 120_000);

test("workers killed while they render lose no photo and leave no half picture; whoever comes next finishes", async () => {
  const { client: database, url } = await testDatabase({ untilTestEnds: true });
  const [blobFolder, photoFolder] = [await temporaryFolder(), await temporaryFolder()];
  const photos = await Promise.all(
    Array.from({ length: 8 }, (_, seed) =>
      noise(350, 260, seed + 1)
        .resize(1400, 1040)
        .jpeg({ quality: 92 })
        .toBuffer(),
    ),
  );
  await Promise.all(photos.map((bytes, index) => writeFile(join(photoFolder, `${index}.jpg`), bytes)));

  for (const patience of [700, 1_100, 1_500]) {
    const workers = [0, 1, 2].map(() => start("photo-taker.ts", [url, blobFolder, photoFolder]));
    await Promise.all(workers.map(heard));
    await after(patience);
    await Promise.all(
      workers.map(async (worker) => {
        const end = worker.exitCode === null ? ended(worker) : null;
        worker.kill("SIGKILL");
        await end;
      }),
    );
  }
  const last = [0, 1].map(() => start("photo-taker.ts", [url, blobFolder, photoFolder]));
  expect(await Promise.all(last.map(ended))).toEqual([0, 0]);

  const blobs = await openLocalBlobs(blobFolder);
  expect(await database.original.count()).toBe(photos.length);
  for (const bytes of photos) {
    expect(sha256Of(await blobs.get(originalKey(sha256Of(bytes))))).toBe(sha256Of(bytes));
    for (const spec of webSet) {
      const address = renditionAddress(sha256Of(bytes), spec);
      const row = await database.rendition.findUniqueOrThrow({ where: { address } });
      expect(sha256Of(await blobs.get(renditionKey(address)))).toBe(row.sha256);
    }
  }
  expect(await database.rendition.count()).toBe(photos.length * webSet.length);
  expect(await filesUnder(join(blobFolder, "renditions"))).toHaveLength(photos.length * webSet.length);
}, 240_000);
