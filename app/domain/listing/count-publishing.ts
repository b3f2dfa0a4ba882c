import type { Transaction } from "#app/services/database/database.ts";
import { settledStates } from "./states.ts";

/** Recounts the live progress of the submission this listing belongs to, at the programme's malls: derived from the listings, never added up. */
export async function countPublishing(transaction: Transaction, listingId: string): Promise<void> {
  const settled = [...settledStates];
  await transaction.$executeRaw`
    WITH counted AS (
      SELECT submission."id", product."store_id", count(*)::int AS total,
             count(*) FILTER (WHERE sibling."state"::text = ANY(${settled}))::int AS done,
             count(*) FILTER (WHERE sibling."state" IN ('refused', 'failed', 'not_ready'))::int AS failed
      FROM "listing" AS changed
      JOIN "listing" AS sibling
        ON sibling."product_id" = changed."product_id" AND position('@' in sibling."channel_key") = 0
      JOIN "product" AS product ON product."id" = changed."product_id"
      JOIN LATERAL (
        SELECT "id" FROM "submission" WHERE "product_id" = changed."product_id"
        ORDER BY "state" = 'selected' DESC, "submitted_at" DESC LIMIT 1
      ) AS submission ON true
      WHERE changed."id" = ${listingId}::uuid
      GROUP BY submission."id", product."store_id"
    )
    INSERT INTO "progress" ("id", "kind", "store_id", "state", "total", "done", "failed", "updated_at")
    SELECT "id", 'publishing', "store_id",
           (CASE WHEN done = total THEN 'done' ELSE 'running' END)::"progress_state", total, done, failed, now()
    FROM counted
    ON CONFLICT ("id", "kind") DO UPDATE
      SET "state" = excluded."state", "total" = excluded."total", "done" = excluded."done",
          "failed" = excluded."failed", "updated_at" = excluded."updated_at"`;
}
