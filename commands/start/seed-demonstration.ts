import { join } from "node:path";
import sharp from "sharp";
import type { Config } from "#app/config.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import type { Database } from "#app/services/database/database.ts";
import { seedDemonstration } from "#prisma/seed/demonstration.ts";
import { createRenderPool } from "#workers/images/render-pool.ts";
import { takePhoto } from "#workers/intake/take-photo.ts";

/** The sample season with its photos, which are taken in as a merchant's are. */
export async function loadDemonstration({ dataDir, renderProcesses }: Config, database: Database): Promise<void> {
  // Merchants' drawings are refused for good reason; the samples' photos are drawings of our own.
  sharp.unblock({ operation: ["VipsForeignLoadSvg"] });
  const blobs = await openLocalBlobs(join(dataDir, "blobs"));
  const renderPool = createRenderPool({ size: renderProcesses });
  try {
    await seedDemonstration(database, {
      takePhoto: async (fileName, bytes) => {
        const taken = await takePhoto({ database, blobs, renderPool }, fileName, async () => bytes);
        if (!taken.ok) throw new Error(`The sample photo ${fileName} was refused: ${taken.issue.code}`);
        return taken.original;
      },
    });
  } finally {
    await renderPool.close();
  }
}
