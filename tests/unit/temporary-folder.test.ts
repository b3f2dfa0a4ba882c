import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeTemporaryFolder, sweepTemporaryFolders } from "#app/services/temporary-folder.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "sweep-"));
});
afterEach(() => rm(directory, { recursive: true }));

it("removes what a killed process left, and nothing else", async () => {
  const { pid: dead } = spawnSync(process.execPath, ["--version"]);
  const left = join(directory, `baekseon-upload-${dead}-abc123`);
  await mkdir(left);
  await writeFile(join(left, "0"), "half an upload");
  const own = await makeTemporaryFolder("upload", directory);
  const kept = [basename(own), `baekseon-blob-${dead}-abc123`, "baekseon-upload-other"];
  for (const name of kept.slice(1)) await mkdir(join(directory, name));

  await sweepTemporaryFolders("upload", directory);
  expect((await readdir(directory)).sort()).toEqual(kept.sort());
});
