import type { Database } from "#app/services/database/database.ts";
import type { ListingParts } from "./listing-parts.ts";
import { listingStates } from "./states.ts";

interface Send {
  listingId: string;
  /** The number of the send, as its answer will have it (record-answer.ts): one more than the listing had when it was read. */
  attempt: number;
}

/**
 * Claims a waiting listing for one send and commits that fact before the first request leaves that could make something: whoever finds
 * `sending` later knows that the mall may have it. False when somebody else has claimed it or it no longer waits.
 */
export async function beginSending(
  database: Database,
  {
    listingId,
    versionId,
    parts = null,
    attempt,
  }: Partial<Send> & { listingId: string; versionId: string; parts?: ListingParts | null },
): Promise<boolean> {
  const details = JSON.stringify({ from: "waiting", to: "sending" });
  const begun = await database.$executeRaw`
    WITH "begun" AS (
      UPDATE "listing" SET
        "state" = 'sending', "sent_at" = clock_timestamp(), "sent_version_id" = ${versionId}::uuid, "sent_outcome" = 'unknown',
        "sent_parts" = ${parts && JSON.stringify(parts)}::jsonb, "attempts" = "attempts" + 1
      WHERE "id" = ${listingId}::uuid AND "state"::text = ANY(${listingStates.sourcesOf("sending")}) AND "wanted" = 'live'
        AND "wanted_version_id" = ${versionId}::uuid AND "attempts" = coalesce(${attempt === undefined ? null : attempt - 1}::int, "attempts")
      RETURNING "id"
    )
    INSERT INTO "audit_line" ("action", "subject_kind", "subject_id", "version_after", "details")
    SELECT 'move-listing', 'listing', "id"::text, ${versionId}, ${details}::jsonb FROM "begun"`;
  return begun > 0;
}

/**
 * The same send is about to make or change something once more. The mall's "absent" is believed only so long after this moment
 * (follow-listing.ts). False when somebody else has found out meanwhile what became of it: then nothing may leave any more.
 */
export async function continueSending(database: Database, { listingId, attempt }: Send): Promise<boolean> {
  const continued = await database.$executeRaw`
    UPDATE "listing" SET "sent_at" = clock_timestamp()
    WHERE "id" = ${listingId}::uuid AND "state" = 'sending' AND "attempts" = ${attempt}`;
  return continued > 0;
}
