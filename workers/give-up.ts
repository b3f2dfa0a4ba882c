import { finishImport } from "#app/domain/intake/finish-import.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { failListing } from "#app/domain/listing/fail-listing.ts";
import type { JobName, Jobs } from "#app/services/queue/jobs.ts";
import type { WorkerContext } from "./context.ts";

/** A job failed for the last time: say so where people look, instead of leaving its subject in between for ever. */
export async function giveUp({ database }: WorkerContext, name: JobName, payload: Jobs[JobName]): Promise<void> {
  if ("listingId" in payload) await failListing(database, payload.listingId);
  if ("versionId" in payload) {
    const listings = await database.listing.findMany({
      where: { wantedVersionId: payload.versionId, state: "waiting" },
      select: { id: true },
    });
    for (const { id } of listings) await failListing(database, id);
  }
  if (name === "import-catalog" && "importId" in payload) {
    await finishImport(database, { importId: payload.importId, state: "failed", issues: [issue("sheet.unreadable")] });
  }
}
