import { open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** Files whose bytes arrive piece by piece, over broken connections and restarts: one a file, named by the upload's id. */
export interface ArrivingFiles {
  directory: string;
  pathOf(id: string): string;
  /** Bytes that are here; null when there is no such file. */
  size(id: string): Promise<number | null>;
  /** Returns when all bytes are on the disk and not only on their way. */
  settle(id: string): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  list(): Promise<{ id: string; changedAt: Date }[]>;
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @param directory made when its first file arrives */
export function arrivingFiles(directory: string): ArrivingFiles {
  const pathOf = (id: string) => {
    if (!idPattern.test(id)) throw new TypeError(`not an upload's id: ${id}`);
    return join(directory, id);
  };
  return {
    directory,
    pathOf,
    async size(id) {
      const found = await stat(pathOf(id)).catch(nullWhenMissing);
      return found?.size ?? null;
    },
    async settle(id) {
      const file = await open(pathOf(id), "r+");
      try {
        await file.sync();
      } finally {
        await file.close();
      }
    },
    async remove(ids) {
      for (const id of ids) await rm(pathOf(id), { force: true });
    },
    async list() {
      const names = (await readdir(directory).catch(nullWhenMissing)) ?? [];
      const found = await Promise.all(
        names
          .filter((name) => idPattern.test(name))
          .map(async (id) => ({ id, file: await stat(pathOf(id)).catch(nullWhenMissing) })),
      );
      return found.flatMap(({ id, file }) => (file ? [{ id, changedAt: file.mtime }] : []));
    },
  };
}

function nullWhenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
