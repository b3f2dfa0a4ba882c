import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAlive } from "./database/file-lock.ts";

/** A folder of this process among the system's temporary ones; its name tells whose it is. */
export function makeTemporaryFolder(purpose: string, directory = tmpdir()): Promise<string> {
  return mkdtemp(join(directory, `baekseon-${purpose}-${process.pid}-`));
}

/** Removes what processes of this machine left behind that were killed; what another account left is not ours to remove. */
export async function sweepTemporaryFolders(purpose: string, directory = tmpdir()): Promise<void> {
  const prefix = `baekseon-${purpose}-`;
  for (const name of await readdir(directory)) {
    const [owner] = name.startsWith(prefix) ? name.slice(prefix.length).split("-") : [];
    if (owner && /^\d+$/.test(owner) && !isAlive(Number(owner))) {
      await rm(join(directory, name), { recursive: true, force: true }).catch(() => undefined);
    }
  }
}
