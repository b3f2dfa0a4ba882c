import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { findRules, hasRubric } from "../season/find-rules.ts";
import { lockSeason } from "../season/lock-season.ts";
import type { RubricRules } from "../season/rules.ts";
import { deal } from "./deal.ts";

export interface Dealing {
  /** Slots that somebody now has. */
  dealt: number;
  /** Slots for which nobody is left. */
  open: number;
}

export const dealSlotsInput = z.object({ seasonId: z.uuid() });

/** Deals what nobody has: new submissions, what somebody who left had, what a conflict took away. */
export async function dealSlots(
  database: Database,
  actor: Actor,
  { seasonId }: z.infer<typeof dealSlotsInput>,
): Promise<Outcome<Dealing>> {
  const notAllowed = refuseUnlessOffice(actor);
  if (notAllowed) return notAllowed;
  return inTransaction(database, async (transaction) => {
    const season = await lockSeason(transaction, seasonId);
    if (season?.state !== "judging") return refused("season.not_judging");
    const { rules } = await findRules(transaction, season);
    if (!hasRubric(rules)) return refused("season.no_rubric");
    const dealing = await dealSlotsIn(transaction, seasonId, rules);
    await recordAudit(transaction, actor, {
      action: "deal-slots",
      subject: { kind: "season", id: seasonId },
      details: { ...dealing },
    });
    return done(dealing);
  });
}

/** Makes every eligible submission's slots as many as the rules say, and deals those that nobody has; the season is locked. */
export async function dealSlotsIn(transaction: Transaction, seasonId: string, rules: RubricRules): Promise<Dealing> {
  const { judgements } = rules.rubric;
  await releaseFormerCurators(transaction, seasonId);
  await transaction.judgingSlot.deleteMany({ where: { seasonId, number: { gt: judgements }, givenAt: null } });
  await transaction.$executeRaw`
    INSERT INTO "judging_slot" ("submission_id", "number", "season_id")
    SELECT submission."id", number, submission."season_id"
    FROM "submission" AS submission
    JOIN "eligibility" AS eligibility ON eligibility."submission_id" = submission."id" AND eligibility."eligible"
    CROSS JOIN generate_series(1, ${judgements}::int) AS number
    WHERE submission."season_id" = ${seasonId}::uuid AND submission."state" = 'submitted'
    ON CONFLICT DO NOTHING`;
  const open = await transaction.$queryRaw<
    { submissionId: string; number: number; storeId: string; categoryKey: string }[]
  >`
    SELECT slot."submission_id" AS "submissionId", slot."number", product."store_id" AS "storeId",
           version."category_key" AS "categoryKey"
    FROM "judging_slot" AS slot
    JOIN "submission" AS submission ON submission."id" = slot."submission_id" AND submission."state" = 'submitted'
    JOIN "eligibility" AS eligibility ON eligibility."submission_id" = submission."id" AND eligibility."eligible"
    JOIN "product" AS product ON product."id" = submission."product_id"
    JOIN "product_version" AS version ON version."id" = submission."version_id"
    WHERE slot."season_id" = ${seasonId}::uuid AND slot."curator_id" IS NULL`;
  if (open.length === 0) return { dealt: 0, open: 0 };
  const dealt = deal(open, await loadPanel(transaction, seasonId));
  const taken = dealt.filter(({ curatorId }) => curatorId !== null);
  await transaction.$executeRaw`
    UPDATE "judging_slot" AS slot SET "curator_id" = (row ->> 'curatorId')::uuid
    FROM jsonb_array_elements(${JSON.stringify(taken)}::jsonb) AS row
    WHERE slot."submission_id" = (row ->> 'submissionId')::uuid AND slot."number" = (row ->> 'number')::int`;
  return { dealt: taken.length, open: dealt.length - taken.length };
}

/** What somebody has who is no curator any more, and did not give, is dealt to others. */
export async function releaseFormerCurators(transaction: Transaction, seasonId: string): Promise<void> {
  await transaction.judgingSlot.updateMany({
    where: { seasonId, givenAt: null, curator: { OR: [{ role: { not: "curator" } }, { state: { not: "active" } }] } },
    data: { curatorId: null, claimEndsAt: null },
  });
}

async function loadPanel(transaction: Transaction, seasonId: string) {
  const [curators, conflicts, slots, judgements] = [
    await transaction.account.findMany({
      where: { role: "curator", state: "active" },
      select: { id: true },
      orderBy: { id: "asc" },
    }),
    await transaction.conflictOfInterest.findMany({ where: { seasonId, endedAt: null } }),
    await transaction.judgingSlot.findMany({
      where: { seasonId, curatorId: { not: null } },
      select: {
        submissionId: true,
        curatorId: true,
        submission: { select: { version: { select: { categoryKey: true } } } },
      },
    }),
    await transaction.judgement.findMany({
      where: { submission: { seasonId }, state: { not: "draft" } },
      select: { submissionId: true, curatorId: true },
    }),
  ];
  const load = new Map<string, string[]>();
  for (const { curatorId, submission } of slots) {
    if (curatorId === null) continue;
    const categories = load.get(curatorId) ?? [];
    categories.push(submission.version.categoryKey);
    load.set(curatorId, categories);
  }
  return {
    curators: curators.map(({ id }) => id),
    conflicts: new Set(conflicts.map(({ curatorId, storeId }) => `${curatorId} ${storeId}`)),
    taken: new Set([...slots, ...judgements].map((one) => `${one.curatorId} ${one.submissionId}`)),
    load,
  };
}
