import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { link, mkdir, open, readdir, readFile, rm, stat, unlink } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  type BlobKey,
  BlobMisnamed,
  BlobMissing,
  type BlobStore,
  originalKey,
  requireRendition,
  type StoredBlob,
  sha256Of,
  splitBlobKey,
  uploadKey,
} from "./blob-store.ts";

const oneHour = 3_600_000;

/** Keeps blobs in `<root>/<kind>/ab/cd/<64 hex digits>`; several processes may share one root. */
export async function openLocalBlobs(root: string): Promise<BlobStore> {
  const incoming = join(root, "incoming");
  await mkdir(incoming, { recursive: true });
  await removeLeftovers(incoming);

  async function putAt(key: BlobKey, bytes: Buffer): Promise<StoredBlob> {
    const sha256 = sha256Of(bytes);
    const path = pathOf(root, key);
    if (!key.startsWith("renditions/") && !key.endsWith(sha256)) throw new BlobMisnamed(key, sha256);

    const ours = !(await exists(path)) && (await writeNew(path, bytes));
    // Also when another writer made it: its entry may not have reached the disk when we say that it has.
    await syncFolder(dirname(path));

    if (ours || !key.startsWith("renditions/")) return { sha256, bytes: bytes.length };
    const stored = await readFile(path);
    return { sha256: sha256Of(stored), bytes: stored.length };
  }

  /** False: another writer was first, and theirs stands. */
  async function writeNew(path: string, bytes: Buffer): Promise<boolean> {
    await makeFolder(root, dirname(path));
    const draft = join(incoming, randomUUID());
    try {
      await writeDurably(draft, bytes);
      return await linkUnlessTaken(draft, path);
    } finally {
      await unlink(draft).catch(() => undefined);
    }
  }

  /** The copy is hashed as it is written: what lies there is what was hashed. */
  async function putFile(path: string): Promise<StoredBlob & { key: BlobKey }> {
    const draft = join(incoming, randomUUID());
    try {
      const hash = createHash("sha256");
      let bytes = 0;
      const hashed = async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      };
      await pipeline(createReadStream(path), hashed, createWriteStream(draft, { flags: "wx", flush: true }));
      const sha256 = hash.digest("hex");
      const key = uploadKey(sha256);
      const target = pathOf(root, key);
      await makeFolder(root, dirname(target));
      await linkUnlessTaken(draft, target);
      await syncFolder(dirname(target));
      return { key, sha256, bytes };
    } finally {
      await rm(draft, { force: true });
    }
  }

  return {
    put: (original) => putAt(originalKey(sha256Of(original)), original),
    putAt,
    putFile,
    get: (key) => readFile(pathOf(root, key)).catch(asMissing(key)),
    async stream(key, range): Promise<Readable> {
      const file = await open(pathOf(root, key)).catch(asMissing(key));
      return file.createReadStream(range);
    },
    has: (key) => exists(pathOf(root, key)),
    size: async (key) => (await stat(pathOf(root, key)).catch(asMissing(key))).size,
    async remove(key) {
      requireRendition(key);
      await rm(pathOf(root, key), { force: true });
    },
    erase: (key) => rm(pathOf(root, key), { force: true }),
  };
}

function pathOf(root: string, key: BlobKey): string {
  const { kind, name } = splitBlobKey(key);
  return join(root, kind, name.slice(0, 2), name.slice(2, 4), name);
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename would silently replace what another writer has just put there; a link refuses. False: it was taken. */
async function linkUnlessTaken(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** A new folder is itself an entry of its parent, which must reach the disk as well. */
async function makeFolder(root: string, folder: string): Promise<void> {
  const firstMade = await mkdir(folder, { recursive: true });
  if (!firstMade) return;
  const top = dirname(resolve(firstMade));
  for (let parent = dirname(resolve(folder)); ; parent = dirname(parent)) {
    await syncFolder(parent);
    if (parent === top || parent.length <= root.length) break;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } catch (error) {
    // Windows has no fsync for folders.
    if (codeOf(error) !== "EPERM") throw error;
  } finally {
    await handle.close();
  }
}

/** Drafts of killed writers; no write takes an hour, so a younger file may belong to a living one. */
async function removeLeftovers(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const draft = join(incoming, name);
    const age = await stat(draft).then(
      (found) => Date.now() - found.mtimeMs,
      () => 0,
    );
    if (age > oneHour) await unlink(draft).catch(() => undefined);
  }
}

function asMissing(key: BlobKey): (error: unknown) => never {
  return (error) => {
    throw codeOf(error) === "ENOENT" ? new BlobMissing(key) : error;
  };
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
