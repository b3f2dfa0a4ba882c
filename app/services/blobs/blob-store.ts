import { createHash } from "node:crypto";
import type { Readable } from "node:stream";

/** Folders of the store. All but `renditions` are named by the SHA-256 of the bytes; a rendition by its address. */
export const blobKinds = ["originals", "renditions", "uploads", "packages"] as const;
export type BlobKind = (typeof blobKinds)[number];

/** `<kind>/<64 lower-case hex digits>`. */
export type BlobKey = `${BlobKind}/${string}`;

const keyPattern = new RegExp(`^(${blobKinds.join("|")})/([0-9a-f]{64})$`);

/** Keys become paths and names of objects: anything that is none throws a `TypeError`. */
export function splitBlobKey(key: BlobKey): { kind: BlobKind; name: string } {
  const [, kind, name] = keyPattern.exec(key) ?? [];
  if (!kind || !name) throw new TypeError(`not a blob key: ${key}`);
  return { kind: kind as BlobKind, name };
}

/** What may be removed: all else is somebody's only copy. */
export function requireRendition(key: BlobKey): void {
  if (splitBlobKey(key).kind !== "renditions") throw new TypeError(`only renditions are removed: ${key}`);
}

export interface StoredBlob {
  /** SHA-256 of the bytes that lie in the store. */
  sha256: string;
  /** How many bytes. */
  bytes: number;
}

/**
 * Bytes that are written once and never change. A blob is on the disk before its promise resolves; a key is either absent or
 * holds the whole blob. Reading an absent key throws `BlobMissing`.
 */
export interface BlobStore {
  /** Stores an original under `originals/<its own hash>`. */
  put(original: Buffer): Promise<StoredBlob>;
  /**
   * Stores bytes under a key. The first writer wins: bytes already there stay, and the answer tells what lies there now.
   * Throws `BlobMisnamed` when the key should be the bytes' own hash and is not.
   */
  putAt(key: BlobKey, bytes: Buffer): Promise<StoredBlob>;
  /** Stores a file of any size, read as a stream, under `uploads/<its own hash>`. */
  putFile(path: string): Promise<StoredBlob & { key: BlobKey }>;
  get(key: BlobKey): Promise<Buffer>;
  /** `range` counts bytes from 0, both ends included. */
  stream(key: BlobKey, range?: { start: number; end: number }): Promise<Readable>;
  has(key: BlobKey): Promise<boolean>;
  /** Bytes. */
  size(key: BlobKey): Promise<number>;
  /** Of renditions only, which can be made again; an absent one is fine. Anything else throws a `TypeError`. */
  remove(key: BlobKey): Promise<void>;
  /** Only for what the law wants erased; what is gone already stays gone. */
  erase(key: BlobKey): Promise<void>;
}

export class BlobMissing extends Error {
  constructor(readonly key: string) {
    super(`no blob at ${key}`);
  }
}

export class BlobMisnamed extends Error {
  constructor(
    readonly key: string,
    readonly sha256: string,
  ) {
    super(`blob ${key} holds bytes of hash ${sha256}`);
  }
}

export const originalKey = (sha256: string): BlobKey => `originals/${sha256}`;
export const renditionKey = (address: string): BlobKey => `renditions/${address}`;
export const uploadKey = (sha256: string): BlobKey => `uploads/${sha256}`;
export const packageKey = (sha256: string): BlobKey => `packages/${sha256}`;

/** Lower-case hex SHA-256. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
