import { type Database, inTransaction } from "#app/services/database/database.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { type ListingParts, storedParts } from "./listing-parts.ts";
import { listingStates } from "./states.ts";

/**
 * Claims a waiting listing for one send and commits that fact before the first byte leaves: whoever finds `sending` later
 * knows that the mall may have it. False when somebody else has claimed it or it no longer waits. `attempt` numbers the send, as
 * its answer will (record-answer.ts): one more than the listing had when it was read.
 */
export async function beginSending(
  database: Database,
  {
    listingId,
    versionId,
    parts = null,
    attempt,
  }: { listingId: string; versionId: string; parts?: ListingParts | null; attempt?: number },
): Promise<boolean> {
  return inTransaction(database, async (transaction) => {
    const { count } = await transaction.listing.updateMany({
      where: {
        id: listingId,
        state: { in: listingStates.sourcesOf("sending") },
        wanted: "live",
        wantedVersionId: versionId,
        ...(attempt !== undefined && { attempts: attempt - 1 }),
      },
      data: {
        state: "sending",
        sentAt: new Date(),
        sentVersionId: versionId,
        sentOutcome: "unknown",
        sentParts: storedParts(parts),
        attempts: { increment: 1 },
      },
    });
    if (count === 0) return false;
    await recordAudit(transaction, program, {
      action: "move-listing",
      subject: { kind: "listing", id: listingId },
      versionAfter: versionId,
      details: { from: "waiting", to: "sending" },
    });
    return true;
  });
}
