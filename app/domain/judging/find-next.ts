import type { Database } from "#app/services/database/database.ts";

export interface JudgingCount {
  /** Slots dealt to the curator. */
  dealt: number;
  given: number;
  /** Given once, and to be looked at again. */
  reopened: number;
}

/** How far a curator has come in a season. */
export async function countJudging(
  database: Database,
  { seasonId, curatorId }: { seasonId: string; curatorId: string },
): Promise<JudgingCount> {
  const slots = { seasonId, curatorId, submission: { state: "submitted" as const } };
  const [dealt, given, reopened] = await Promise.all([
    database.judgingSlot.count({ where: slots }),
    database.judgingSlot.count({ where: { ...slots, givenAt: { not: null } } }),
    database.judgement.count({
      where: { curatorId, state: "reopened", submission: { seasonId, state: "submitted" } },
    }),
  ]);
  return { dealt, given, reopened };
}

/**
 * The submission a curator judges next: their own open slots in the order in which products came, on from `after` and then from the
 * start; with none left, what nobody has or whose claim has run out. What waits for a merchant's answer comes up again with it. Null:
 * nothing is left. Nothing is claimed by looking.
 */
export async function findNextToJudge(
  database: Database,
  { seasonId, curatorId, after = null }: { seasonId: string; curatorId: string; after?: string | null },
  now = new Date(),
): Promise<string | null> {
  const [next] = await database.$queryRaw<{ id: string }[]>`
    WITH here AS (SELECT "submitted_at", "id" FROM "submission" WHERE "id" = ${after}::uuid)
    SELECT submission."id"
    FROM "judging_slot" AS slot JOIN "submission" AS submission ON submission."id" = slot."submission_id"
    LEFT JOIN here ON true
    WHERE slot."season_id" = ${seasonId}::uuid AND slot."curator_id" = ${curatorId}::uuid AND slot."given_at" IS NULL
      AND submission."state" = 'submitted' AND submission."id" IS DISTINCT FROM ${after}::uuid
      AND NOT EXISTS (SELECT FROM "change_request" WHERE "submission_id" = submission."id" AND "state" = 'open')
    ORDER BY here."id" IS NOT NULL AND (submission."submitted_at", submission."id") < (here."submitted_at", here."id"),
             submission."submitted_at", submission."id"
    LIMIT 1`;
  return next?.id ?? findTakeable(database, { seasonId, curatorId, after }, now);
}

async function findTakeable(
  database: Database,
  { seasonId, curatorId, after }: { seasonId: string; curatorId: string; after: string | null },
  now: Date,
): Promise<string | null> {
  const [next] = await database.$queryRaw<{ id: string }[]>`
    SELECT submission."id"
    FROM "judging_slot" AS slot
    JOIN "submission" AS submission ON submission."id" = slot."submission_id" AND submission."state" = 'submitted'
    JOIN "product" AS product ON product."id" = submission."product_id"
    JOIN "eligibility" AS eligibility ON eligibility."submission_id" = submission."id" AND eligibility."eligible"
    WHERE slot."season_id" = ${seasonId}::uuid AND slot."given_at" IS NULL
      AND (slot."curator_id" IS NULL OR slot."claim_ends_at" < ${now})
      AND submission."id" IS DISTINCT FROM ${after}::uuid
      AND NOT EXISTS (SELECT FROM "judging_slot" AS own
                      WHERE own."submission_id" = submission."id" AND own."curator_id" = ${curatorId}::uuid)
      AND NOT EXISTS (SELECT FROM "conflict_of_interest" AS conflict
                      WHERE conflict."season_id" = slot."season_id" AND conflict."store_id" = product."store_id"
                        AND conflict."curator_id" = ${curatorId}::uuid AND conflict."ended_at" IS NULL)
      AND NOT EXISTS (SELECT FROM "change_request" WHERE "submission_id" = submission."id" AND "state" = 'open')
    ORDER BY submission."submitted_at", submission."id" LIMIT 1`;
  return next?.id ?? null;
}
