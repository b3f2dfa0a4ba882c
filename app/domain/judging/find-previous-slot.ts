import type { Database } from "#app/services/database/database.ts";

/** Of the curator's own slots, the one before in the order in which products came. */
export async function findPreviousSlot(
  database: Database,
  { seasonId, curatorId, submissionId }: { seasonId: string; curatorId: string; submissionId: string },
): Promise<string | null> {
  const [previous] = await database.$queryRaw<{ id: string }[]>`
    SELECT submission."id"
    FROM "judging_slot" AS slot
    JOIN "submission" AS submission ON submission."id" = slot."submission_id"
    JOIN "submission" AS here ON here."id" = ${submissionId}::uuid
    WHERE slot."season_id" = ${seasonId}::uuid AND slot."curator_id" = ${curatorId}::uuid
      AND submission."state" = 'submitted'
      AND (submission."submitted_at", submission."id") < (here."submitted_at", here."id")
    ORDER BY submission."submitted_at" DESC, submission."id" DESC LIMIT 1`;
  return previous?.id ?? null;
}
