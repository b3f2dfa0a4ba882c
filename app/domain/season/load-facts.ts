import type { Database, Transaction } from "#app/services/database/database.ts";
import type { GateStanding } from "./gates.ts";
import { loadWaivers } from "./refresh-eligibility.ts";
import type { SeasonFacts } from "./result/facts.ts";
import type { RubricRules } from "./rules.ts";

/**
 * What is recorded of a season's submissions. A judgement counts that is given, for which its curator has the slot, and that has a
 * mark for every criterion; a product whose gates were never computed passes none.
 */
export async function loadSeasonFacts(
  database: Database | Transaction,
  seasonId: string,
  { places, rubric, quotas, reserveSize, gates }: RubricRules,
): Promise<SeasonFacts> {
  const submissions = await database.submission.findMany({
    where: { seasonId },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, state: true, submittedAt: true },
      product: { select: { store: { select: { kind: true } } } },
      eligibility: { select: { gates: true } },
    },
  });
  const ids = submissions.map(({ id }) => id);
  const given = await database.$queryRaw<{ submissionId: string; curatorId: string; marks: Record<string, number> }[]>`
    SELECT judgement."submission_id" AS "submissionId", judgement."curator_id" AS "curatorId",
           jsonb_object_agg(mark."criterion", mark."mark") AS marks
    FROM "judging_slot" AS slot
    JOIN "judgement" AS judgement
      ON judgement."submission_id" = slot."submission_id" AND judgement."curator_id" = slot."curator_id"
    JOIN "judgement_mark" AS mark ON mark."judgement_id" = judgement."id" AND NOT mark."stale"
    WHERE slot."season_id" = ${seasonId}::uuid AND slot."given_at" IS NOT NULL AND judgement."state" = 'given'
    GROUP BY judgement."id" ORDER BY judgement."submission_id", judgement."curator_id"`;
  const bonuses = await database.seasonDecision.findMany({
    where: { seasonId, kind: "bonus" },
    orderBy: { id: "asc" },
    select: { submissionId: true, details: true },
  });
  const waivers = await loadWaivers(database, ids);
  const bonusOf = new Map(bonuses.map(({ submissionId, details }) => [submissionId, details as { points: number }]));
  const keys = rubric.criteria.map(({ key }) => key);
  const judgementsOf = new Map<string, SeasonFacts["submissions"][number]["judgements"]>();
  for (const { submissionId, curatorId, marks } of given) {
    if (keys.some((key) => marks[key] === undefined)) continue;
    const own = judgementsOf.get(submissionId) ?? [];
    own.push({ curatorId, marks: Object.fromEntries(keys.map((key) => [key, marks[key] ?? 0])) });
    judgementsOf.set(submissionId, own);
  }
  return {
    rules: { places, rubric, quotas, reserveSize },
    submissions: submissions.map(({ id, state, submittedAt, product, eligibility }) => {
      const standings = (eligibility?.gates ?? null) as GateStanding[] | null;
      const waived = waivers.get(id) ?? new Set();
      return {
        id,
        kind: product.store.kind,
        submittedAt: submittedAt.toISOString(),
        standing: state === "rejected" || state === "withdrawn" ? state : "entered",
        unmet: standings
          ? standings.filter(({ gate, met }) => !met && !waived.has(gate)).map(({ gate }) => gate)
          : [...gates],
        waived: [...waived].sort(),
        bonus: bonusOf.get(id)?.points ?? 0,
        judgements: judgementsOf.get(id) ?? [],
      };
    }),
  };
}
