import { join } from "node:path";
import type { BlobStore } from "./blob-store.ts";
import { openLocalBlobs } from "./local-blobs.ts";
import type { S3Settings } from "./s3-blobs.ts";
import { type BlobsUnavailable, watchBlobs } from "./watched-blobs.ts";

/** A bucket where one is set, else a folder of this machine. @param tell hears each time the store itself fails */
export async function openBlobs(
  { dataDir, s3 }: { dataDir: string; s3: S3Settings | null },
  tell?: (why: BlobsUnavailable["why"]) => void,
): Promise<BlobStore> {
  if (!s3) return watchBlobs(await openLocalBlobs(join(dataDir, "blobs")), tell);
  // Amazon's client takes 170 ms to load.
  const { openS3Blobs } = await import("./s3-blobs.ts");
  return watchBlobs(openS3Blobs(s3), tell);
}
