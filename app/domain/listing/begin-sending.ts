import type { Database } from "#app/services/database/database.ts";

/**
 * Claims a waiting listing for one send and commits that fact before the first byte leaves: whoever finds `sending` later
 * knows that the mall may have it. False when somebody else has claimed it or it no longer waits.
 */
export async function beginSending(
  database: Database,
  { listingId, versionId }: { listingId: string; versionId: string },
): Promise<boolean> {
  const { count } = await database.listing.updateMany({
    where: { id: listingId, state: "waiting", wanted: "live", wantedVersionId: versionId },
    data: {
      state: "sending",
      sentAt: new Date(),
      sentVersionId: versionId,
      sentOutcome: "unknown",
      attempts: { increment: 1 },
    },
  });
  return count === 1;
}
