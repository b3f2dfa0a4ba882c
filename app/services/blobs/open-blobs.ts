import { join } from "node:path";
import type { BlobStore } from "./blob-store.ts";
import { openLocalBlobs } from "./local-blobs.ts";
import { openS3Blobs, type S3Settings } from "./s3-blobs.ts";
import { watchBlobs } from "./watched-blobs.ts";

/** A bucket where one is set, else a folder of this machine. */
export async function openBlobs({ dataDir, s3 }: { dataDir: string; s3: S3Settings | null }): Promise<BlobStore> {
  return watchBlobs(s3 ? openS3Blobs(s3) : await openLocalBlobs(join(dataDir, "blobs")));
}
