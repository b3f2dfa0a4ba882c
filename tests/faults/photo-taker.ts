import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { unedited } from "#app/domain/picture/photo-edits.ts";
import { webSet } from "#app/domain/picture/web-set.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import { openDatabase } from "#app/services/database/database.ts";
import { openClaims } from "#workers/claims.ts";
import { ensureRenditions } from "#workers/images/ensure-renditions.ts";
import { createRenderPool } from "#workers/images/render-pool.ts";
import { takePhoto } from "#workers/intake/take-photo.ts";

/** A worker process that takes in every photo of a folder and makes its web pictures, then ends with 0. Says when it has begun. */
const [url = "", blobFolder = "", photoFolder = ""] = process.argv.slice(2);
const database = openDatabase(url);
const claims = openClaims(url);
const renderPool = createRenderPool({ size: 1 });
const context = { database, claims, renderPool, blobs: await openLocalBlobs(blobFolder) };
process.on("disconnect", () => process.exit(1));
process.send?.("begun");
for (const name of (await readdir(photoFolder)).sort()) {
  const taken = await takePhoto(context, name, () => readFile(join(photoFolder, name)));
  if (!taken.ok) throw new Error(`${name}: ${taken.issue.code}`);
  const wanted = webSet.map((spec) => ({ ...unedited(taken.original.sha256), spec }));
  const issues = await ensureRenditions(context, wanted);
  if (issues.length > 0) throw new Error(`${name}: ${issues[0]?.code}`);
}
await renderPool.close();
await claims.close();
await database.$disconnect();
process.exit(0);
