import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAuditLines } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { findRules, hasRubric } from "../season/find-rules.ts";
import { lockSeason } from "../season/lock-season.ts";
import { dealSlotsIn } from "./deal-slots.ts";

/** One transaction, and one audit line each. */
export const mostAssigned = 10_000;

export const assignSlotsInput = z.object({
  seasonId: z.uuid(),
  submissionIds: z.array(z.uuid()).min(1).max(mostAssigned),
  /** Null: whoever has the fewest. */
  curatorId: z.uuid().nullable(),
});

export interface Assigned {
  /** Submissions of which the curator now has a slot; or slots that were dealt. */
  assigned: number;
  /** Submissions that stay as they were: a conflict, judged by the curator already, or begun by all who have them. */
  passedOver: number;
}

/**
 * The office gives one curator a judgement of each of these submissions, or has what nobody began of them dealt anew. What somebody
 * has open, and what was given, stays theirs.
 */
export async function assignSlots(
  database: Database,
  actor: Actor,
  { seasonId, submissionIds, curatorId }: z.infer<typeof assignSlotsInput>,
  now = new Date(),
): Promise<Outcome<Assigned>> {
  const notAllowed = refuseUnlessOffice(actor);
  if (notAllowed) return notAllowed;
  const ids = [...new Set(submissionIds)];
  return inTransaction(database, async (transaction) => {
    const season = await lockSeason(transaction, seasonId);
    if (season?.state !== "judging") return refused("season.not_judging");
    const { rules } = await findRules(transaction, season);
    if (!hasRubric(rules)) return refused("season.no_rubric");
    if (curatorId === null) {
      const freed = await freeSlots(transaction, seasonId, ids, now);
      const { dealt } = await dealSlotsIn(transaction, seasonId, rules);
      await recordBatch(transaction, actor, seasonId, { submissions: freed }, null);
      return done({ assigned: dealt, passedOver: ids.filter((id) => !freed.includes(id)).length });
    }
    const curator = await transaction.account.findUnique({
      where: { id: curatorId, role: "curator", state: "active" },
      select: { id: true },
    });
    if (!curator) return refused("account.not_found", { field: "curator" });
    const submissions = await giveSlots(transaction, { seasonId, ids, curatorId }, now);
    await recordBatch(transaction, actor, seasonId, { submissions }, curatorId);
    return done({ assigned: submissions.length, passedOver: ids.length - submissions.length });
  });
}

/** Gives the submissions of which something can be dealt anew. */
async function freeSlots(transaction: Transaction, seasonId: string, ids: string[], now: Date): Promise<string[]> {
  const freed = await transaction.$queryRaw<{ id: string }[]>`
    UPDATE "judging_slot" AS slot SET "curator_id" = NULL, "claim_ends_at" = NULL
    WHERE slot."season_id" = ${seasonId}::uuid AND slot."submission_id" = ANY(${ids}::uuid[]) AND slot."given_at" IS NULL
      AND (slot."claim_ends_at" IS NULL OR slot."claim_ends_at" < ${now})
      AND NOT EXISTS (SELECT FROM "judgement" AS begun WHERE begun."submission_id" = slot."submission_id"
                      AND begun."curator_id" = slot."curator_id" AND begun."state" <> 'draft')
    RETURNING slot."submission_id" AS "id"`;
  return [...new Set(freed.map(({ id }) => id))];
}

/** One slot of each: one that nobody has, else one that whoever has it did not begin. */
async function giveSlots(
  transaction: Transaction,
  { seasonId, ids, curatorId }: { seasonId: string; ids: string[]; curatorId: string },
  now: Date,
): Promise<string[]> {
  const given = await transaction.$queryRaw<{ id: string }[]>`
    WITH free AS (
      SELECT DISTINCT ON (slot."submission_id") slot."submission_id", slot."number"
      FROM "judging_slot" AS slot
      JOIN "submission" AS submission ON submission."id" = slot."submission_id" AND submission."state" = 'submitted'
      JOIN "eligibility" AS eligibility ON eligibility."submission_id" = submission."id" AND eligibility."eligible"
      JOIN "product" AS product ON product."id" = submission."product_id"
      WHERE slot."season_id" = ${seasonId}::uuid AND submission."id" = ANY(${ids}::uuid[]) AND slot."given_at" IS NULL
        AND (slot."curator_id" IS NULL OR slot."claim_ends_at" IS NULL OR slot."claim_ends_at" < ${now})
        AND NOT EXISTS (SELECT FROM "judgement" AS begun WHERE begun."submission_id" = submission."id"
                        AND begun."curator_id" IN (slot."curator_id", ${curatorId}::uuid) AND begun."state" <> 'draft')
        AND NOT EXISTS (SELECT FROM "judging_slot" AS own WHERE own."submission_id" = submission."id"
                        AND own."curator_id" = ${curatorId}::uuid)
        AND NOT EXISTS (SELECT FROM "conflict_of_interest" AS conflict
                        WHERE conflict."season_id" = slot."season_id" AND conflict."store_id" = product."store_id"
                          AND conflict."curator_id" = ${curatorId}::uuid AND conflict."ended_at" IS NULL)
      ORDER BY slot."submission_id", slot."curator_id" IS NOT NULL, slot."number"
    )
    UPDATE "judging_slot" AS slot SET "curator_id" = ${curatorId}::uuid, "claim_ends_at" = NULL
    FROM free WHERE slot."submission_id" = free."submission_id" AND slot."number" = free."number"
    RETURNING slot."submission_id" AS "id"`;
  return given.map(({ id }) => id);
}

async function recordBatch(
  transaction: Transaction,
  actor: Actor,
  seasonId: string,
  { submissions }: { submissions: readonly string[] },
  curatorId: string | null,
): Promise<void> {
  const batchId = randomUUID();
  const curator = curatorId === null ? {} : { curator: curatorId };
  await recordAuditLines(transaction, actor, [
    {
      action: "assign-slots",
      subject: { kind: "season", id: seasonId },
      batchId,
      details: { submissions: submissions.length, ...curator },
    },
    ...submissions.map((id) => ({
      action: "assign-slot",
      subject: { kind: "submission", id },
      batchId,
      details: curator,
    })),
  ]);
}
