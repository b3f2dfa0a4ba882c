import type { Transaction } from "#app/services/database/database.ts";
import { addJob } from "#app/services/queue/jobs.ts";

/** Has a version's pictures made, and then whatever waits for them sent. */
export function askForPictures(transaction: Transaction, versionId: string): Promise<void> {
  return addJob(transaction, "render-version", { versionId }, { key: `render-version:${versionId}` });
}

/** The same where some mall waits for them. */
export async function askWhereWaiting(transaction: Transaction, versionId: string): Promise<void> {
  const waiting = await transaction.listing.count({
    where: { wantedVersionId: versionId, wanted: "live", state: "waiting" },
  });
  if (waiting > 0) await askForPictures(transaction, versionId);
}
