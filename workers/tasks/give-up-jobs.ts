import { recordDraftPhoto } from "#app/domain/draft/record-photo.ts";
import { finishImport } from "#app/domain/intake/finish-import.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { failListing } from "#app/domain/listing/fail-listing.ts";
import { giveUpMessage } from "#app/domain/outbox/deliver-message.ts";
import { type AbandonedJob, findAbandonedJobs, markSeenTo } from "#app/services/queue/abandoned-jobs.ts";
import type { WorkerContext } from "../context.ts";

type GivingUp = Pick<WorkerContext, "database" | "keepSecrets" | "log">;

/**
 * Every minute: what was tried for the last time is said where people look, instead of leaving its subject in between for
 * ever. A look at the queue and not a handler in the job, which a worker that dies of the job would never reach.
 */
export async function giveUpJobs(context: GivingUp): Promise<void> {
  for (const job of await findAbandonedJobs(context.database)) {
    context.log.error({ job: String(job.id), task: job.name }, "job given up");
    await giveUp(context, job);
    await markSeenTo(context.database, job);
  }
}

async function giveUp({ database, keepSecrets }: GivingUp, { payload }: AbandonedJob): Promise<void> {
  if ("listingId" in payload) await failListing(database, payload.listingId);
  if ("versionId" in payload) {
    const listings = await database.listing.findMany({
      where: { wantedVersionId: payload.versionId, state: "waiting" },
      select: { id: true },
    });
    for (const { id } of listings) await failListing(database, id);
  }
  if ("importId" in payload) {
    await finishImport(database, { importId: payload.importId, state: "failed", issues: [issue("sheet.given_up")] });
  }
  if ("photoId" in payload) {
    await recordDraftPhoto(database, payload.photoId, { issue: issue("photo.processing_failed") });
  }
  if ("messageId" in payload) await giveUpMessage(database, { messageId: payload.messageId }, { keepSecrets });
}
