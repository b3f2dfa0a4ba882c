import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
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

export interface S3Settings {
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Origin of a server that is not Amazon's, which is then addressed by path; null for Amazon's. */
  endpoint: string | null;
}

/** Bytes. S3 takes none below 5 MiB but the last, and 10,000 of them. */
const partSize = 16 * 1024 * 1024;
const attempts = 5;

/**
 * Keeps blobs in a bucket of S3 or of a server that speaks it. The bucket must honour `If-None-Match: *` (Amazon's, R2, MinIO and Ceph
 * do): it is what makes the first writer win. Every body travels with its SHA-256, which the server checks.
 */
export function openS3Blobs({ bucket, region, endpoint, accessKeyId, secretAccessKey }: S3Settings): BlobStore {
  const client = new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: attempts,
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
  });
  const at = (key: BlobKey) => {
    const { kind, name } = splitBlobKey(key);
    return { Bucket: bucket, Key: `${kind}/${name}` };
  };

  async function find(key: BlobKey): Promise<StoredBlob | null> {
    try {
      const { ContentLength: bytes = 0, Metadata = {} } = await client.send(new HeadObjectCommand(at(key)));
      // Whoever put it there besides us has not said the hash; it is then counted.
      const sha256 = Metadata.sha256 ?? sha256Of(await read(key));
      return { sha256, bytes };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async function stored(key: BlobKey): Promise<StoredBlob> {
    const found = await find(key);
    if (!found) throw new BlobMissing(key);
    return found;
  }

  async function read(key: BlobKey): Promise<Buffer> {
    return buffer(await open(key));
  }

  async function open(key: BlobKey, range?: { start: number; end: number }): Promise<Readable> {
    const part = range ? { Range: `bytes=${range.start}-${range.end}` } : {};
    try {
      const { Body } = await client.send(new GetObjectCommand({ ...at(key), ...part }));
      // On Node the client's body is a stream of Node's.
      return Body as Readable;
    } catch (error) {
      throw isMissing(error) ? new BlobMissing(key) : error;
    }
  }

  async function putAt(key: BlobKey, bytes: Buffer): Promise<StoredBlob> {
    const sha256 = sha256Of(bytes);
    if (!key.startsWith("renditions/") && !key.endsWith(sha256)) throw new BlobMisnamed(key, sha256);
    const object = {
      ...at(key),
      Body: bytes,
      ChecksumSHA256: Buffer.from(sha256, "hex").toString("base64"),
      IfNoneMatch: "*",
      Metadata: { sha256 },
    };
    return (await firstWriter(() => client.send(new PutObjectCommand(object))))
      ? { sha256, bytes: bytes.length }
      : stored(key);
  }

  async function putFile(path: string): Promise<StoredBlob & { key: BlobKey }> {
    const sha256 = await hashFile(path);
    const key = uploadKey(sha256);
    const { size: bytes } = await stat(path);
    if (!(await find(key))) {
      const object = { ...at(key), ChecksumAlgorithm: "SHA256" as const, IfNoneMatch: "*", Metadata: { sha256 } };
      await firstWriter(async () => {
        const Body = createReadStream(path);
        try {
          await new Upload({ client, params: { ...object, Body }, partSize, queueSize: 2 }).done();
        } finally {
          Body.destroy();
        }
      });
    }
    return { key, sha256, bytes };
  }

  return {
    put: (original) => putAt(originalKey(sha256Of(original)), original),
    putAt,
    putFile,
    get: read,
    stream: open,
    has: async (key) => (await find(key)) !== null,
    size: async (key) => (await stored(key)).bytes,
    async remove(key) {
      requireRendition(key);
      await client.send(new DeleteObjectCommand(at(key)));
    },
    async erase(key) {
      await client.send(new DeleteObjectCommand(at(key)));
    },
  };
}

/** False when somebody's bytes lie there already. */
async function firstWriter(write: () => Promise<unknown>): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      await write();
      return true;
    } catch (error) {
      const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
      if (status === 412) return false;
      // Two writers at once: the server let neither be sure.
      if (status !== 409 || attempt === attempts) throw error;
    }
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof NoSuchKey || error instanceof NotFound;
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
