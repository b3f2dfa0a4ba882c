import type { Prisma, Transaction } from "#app/services/database/database.ts";
import type { Season } from "#app/services/database/generated/client.ts";
import { insertRows } from "#app/services/database/insert-rows.ts";
import type { Actor } from "../account/actor.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import type { MallRules } from "../product/readiness.ts";
import { recordDecision } from "./decisions.ts";
import { loadSeasonFacts } from "./load-facts.ts";
import { refreshEligibility } from "./refresh-eligibility.ts";
import { computeResult } from "./result/compute-result.ts";
import type { RubricRules } from "./rules.ts";

/**
 * What the marks propose is settled: facts and list are kept, places and reserve filled. While judgements or answers are missing it
 * takes a reason. The season is locked and in judging; it is frozen afterwards.
 */
export async function freezeByMarks(
  transaction: Transaction,
  actor: Actor,
  season: Season,
  { version, rules }: { version: number; rules: RubricRules },
  reason: string | undefined,
  malls: readonly MallRules[],
): Promise<Outcome<{ places: number; reserve: number }>> {
  const seasonId = season.id;
  await refreshEligibility(transaction, { seasonId }, rules, malls);
  const openSlots = await transaction.judgingSlot.count({
    where: { seasonId, givenAt: null, submission: { state: "submitted", eligibility: { eligible: true } } },
  });
  const openRequests = await transaction.changeRequest.count({
    where: { state: "open", submission: { seasonId, state: "submitted" } },
  });
  if (openSlots + openRequests > 0) {
    const params = { slots: openSlots, requests: openRequests };
    if (reason === undefined) return refused("season.unfinished", { field: "reason" }, { params });
    const details = { openSlots, openRequests };
    await recordDecision(transaction, actor, { seasonId, kind: "unfinished_freeze", reason, details });
  }
  const facts = await loadSeasonFacts(transaction, seasonId, rules);
  const outcome = computeResult(facts);
  const earlier = await transaction.seasonResult.count({ where: { seasonId } });
  await transaction.seasonResult.create({
    data: {
      seasonId,
      number: earlier + 1,
      rulesVersion: version,
      facts: facts as unknown as Prisma.InputJsonObject,
      outcome: outcome as unknown as Prisma.InputJsonObject,
      frozenById: actor.kind === "person" ? actor.accountId : null,
    },
  });
  await transaction.season.update({ where: { id: seasonId }, data: { state: "frozen" } });
  await insertRows(
    transaction,
    "place",
    outcome.places.map(({ number, submissionId }) => ({
      season_id: seasonId,
      number,
      season_places: season.places,
      submission_id: submissionId,
      taken_at: new Date(),
    })),
  );
  await insertRows(
    transaction,
    "reserve",
    outcome.reserve.map(({ rank, submissionId }) => ({
      season_id: seasonId,
      rank,
      submission_id: submissionId,
      state: "waiting",
    })),
  );
  return done({ places: outcome.places.length, reserve: outcome.reserve.length });
}

/** The list is open again: its places and reserve are free, the kept facts and list stay as they were. */
export async function unfreeze(
  transaction: Transaction,
  actor: Actor,
  seasonId: string,
  reason: string,
): Promise<void> {
  const result = await transaction.seasonResult.findFirst({ where: { seasonId }, orderBy: { number: "desc" } });
  await recordDecision(transaction, actor, {
    ...{ seasonId, kind: "unfreeze", reason, details: {} },
    ...(result && { resultId: result.id }),
  });
  await transaction.place.deleteMany({ where: { seasonId } });
  await transaction.reserve.deleteMany({ where: { seasonId } });
}
