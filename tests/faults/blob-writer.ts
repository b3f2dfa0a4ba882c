import { randomBytes } from "node:crypto";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";

/** A process that stores originals for as long as it lives, and says each that it was told is safe: one hash a line. */
const blobs = await openLocalBlobs(process.argv[2] ?? "");
process.on("disconnect", () => process.exit());
for (;;) {
  const { sha256 } = await blobs.put(randomBytes(50_000 + Math.floor(Math.random() * 900_000)));
  process.send?.(sha256);
}
