import sharp from "sharp";
import type { Config } from "#app/config.ts";
import { createFirstOfficeLink } from "#app/domain/account/create-first-office-link.ts";
import { sha256Of, uploadKey } from "#app/services/blobs/blob-store.ts";
import { openBlobs } from "#app/services/blobs/open-blobs.ts";
import { type Database, openDatabase } from "#app/services/database/database.ts";
import type { SampleFiles } from "#prisma/seed/demonstration.ts";
import { loadMallCategories, loadMallTerms, loadReferenceData } from "#prisma/seed/reference.ts";

/** Reference data, and the link for the first person of the office; null once there is one. */
export async function fillForProduction(url: string, webUrl: string): Promise<string | null> {
  return withDatabase(url, async (database) => {
    await loadReferenceData(database);
    return createFirstOfficeLink(database, webUrl);
  });
}

/** Reference data and the sample season with its photos, which are taken in as a merchant's are. */
export async function fillForDemonstration(settings: Config, url: string): Promise<void> {
  // None of these exist in production.
  const { sandboxCategories } = await import("#tests/malls/sandbox-categories.ts");
  const { sandboxTerms } = await import("#tests/malls/sandbox-terms.ts");
  const { seedDemonstration } = await import("#prisma/seed/demonstration.ts");
  const { seedVisits } = await import("#prisma/seed/demonstration-visits.ts");
  const { createRenderPool } = await import("#workers/images/render-pool.ts");
  const { openClaims } = await import("#workers/claims.ts");
  const { takePhoto } = await import("#workers/intake/take-photo.ts");
  // Merchants' drawings are refused for good reason; the samples' photos are drawings of our own.
  sharp.unblock({ operation: ["VipsForeignLoadSvg"] });

  const renderPool = createRenderPool({ size: settings.renderProcesses });
  const claims = openClaims(url);
  try {
    await withDatabase(url, async (database) => {
      await loadReferenceData(database);
      await loadMallCategories(database, sandboxCategories);
      await loadMallTerms(database, sandboxTerms);
      const blobs = await openBlobs(settings);
      const files: SampleFiles = {
        keepPaper: async (bytes) => {
          const key = uploadKey(sha256Of(bytes));
          await blobs.putAt(key, bytes);
          return key;
        },
        takePhoto: async (fileName, bytes) => {
          const taken = await takePhoto({ database, blobs, renderPool, claims }, fileName, async () => bytes);
          if (!taken.ok) throw new Error(`The sample photo ${fileName} was refused: ${taken.issue.code}`);
          return taken.original;
        },
      };
      await seedDemonstration(database, files, settings.sampleSeason);
      await seedVisits(database);
    });
  } finally {
    await renderPool.close();
    await claims.close();
  }
}

async function withDatabase<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase(url, { connections: 4 });
  try {
    return await work(database);
  } finally {
    await database.$disconnect();
  }
}
