import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import type { BlobKey, BlobStore } from "./blob-store.ts";

/** Gives `work` a blob as a file of this machine, wherever blobs live; the file is gone afterwards. */
export async function withLocalCopy<T>(blobs: BlobStore, key: string, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await makeTemporaryFolder("blob");
  try {
    const path = join(folder, "blob");
    await pipeline(await blobs.stream(key as BlobKey), createWriteStream(path));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
