import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAudit } from "../audit/record.ts";
import { dealSlotsIn } from "../judging/deal-slots.ts";
import { reopenTouched } from "../judging/reopen-touched.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import type { MallRules } from "../product/readiness.ts";
import { reasonInput, recordDecision } from "./decisions.ts";
import { findRules, hasRubric } from "./find-rules.ts";
import { lockSeason } from "./lock-season.ts";
import { refreshEligibility } from "./refresh-eligibility.ts";
import { checkRules, type Rules, rulesSchema } from "./rules.ts";
import { statesSettled } from "./states.ts";
import { touchedBy } from "./touched-by.ts";

export const changeRulesInput = z.object({
  seasonId: z.uuid(),
  rules: rulesSchema,
  /** Needed once judging began. */
  reason: reasonInput.optional(),
});

export interface ChangedRules {
  version: number;
  /** Judgements that are to be given again in part. */
  reopened: number;
}

/**
 * Gives a season other rules; earlier ones are kept. Once judging began that is a decision with a reason, and what it touches begins
 * anew: eligibility, slots, marks of the criteria that changed. A frozen list must be opened again first; a published one stays.
 */
export async function changeRules(
  database: Database,
  actor: Actor,
  { seasonId, rules: given, reason }: z.infer<typeof changeRulesInput>,
  malls: readonly MallRules[],
): Promise<Outcome<ChangedRules>> {
  const notAllowed = refuseUnlessOffice(actor);
  if (notAllowed) return notAllowed;
  // In the schema's own order, as stored ones are read: only then can they be compared.
  const rules = rulesSchema.parse(given);
  const faults = checkRules(rules);
  if (faults.length > 0) return { ok: false, issues: faults };
  return inTransaction(database, async (transaction) => {
    const season = await lockSeason(transaction, seasonId);
    if (!season) return refused("season.none");
    if (statesSettled.includes(season.state)) return refused("rules.fixed");
    const before = await findRules(transaction, season);
    if (before.version > 0 && JSON.stringify(before.rules) === JSON.stringify(rules)) {
      return done({ version: before.version, reopened: 0 });
    }
    const taken = await transaction.place.count({ where: { seasonId } });
    if (taken > 0 && (taken > rules.places || rules.rubric !== null)) {
      return refused("rules.places_taken", { field: "places" }, { params: { taken } });
    }
    const judging = season.state === "judging";
    if (judging && reason === undefined) return refused("reason.missing", { field: "reason" });
    const version = before.version + 1;
    const details = { from: before.version, to: version };
    const decisionId = judging
      ? await recordDecision(transaction, actor, { seasonId, kind: "rule_change", reason: reason ?? "", details })
      : null;
    const createdById = actor.kind === "person" ? actor.accountId : null;
    await transaction.seasonRules.create({ data: { seasonId, version, rules, decisionId, createdById } });
    await transaction.season.update({ where: { id: seasonId }, data: { places: rules.places } });
    const reopened = judging ? await restart(transaction, seasonId, before.rules, rules, malls) : 0;
    await recordAudit(transaction, actor, {
      action: "change-rules",
      subject: { kind: "season", id: seasonId },
      details: { version, reopened },
    });
    return done({ version, reopened });
  });
}

async function restart(
  transaction: Transaction,
  seasonId: string,
  before: Rules,
  after: Rules,
  malls: readonly MallRules[],
): Promise<number> {
  const touched = touchedBy(before, after);
  if (touched.eligibility) await refreshEligibility(transaction, { seasonId }, after, malls);
  const reopened = await reopenTouched(transaction, { seasonId }, touched.criteria);
  // A criterion that is new has no mark anywhere: every judgement lacks it.
  if (touched.added) await reopenAll(transaction, seasonId);
  if ((touched.eligibility || touched.slots) && hasRubric(after)) await dealSlotsIn(transaction, seasonId, after);
  return touched.added
    ? transaction.judgement.count({ where: { submission: { seasonId }, state: "reopened" } })
    : reopened;
}

async function reopenAll(transaction: Transaction, seasonId: string): Promise<void> {
  await transaction.judgement.updateMany({
    where: { submission: { seasonId, state: "submitted" }, state: "given", mark: null },
    data: { state: "reopened" },
  });
  await transaction.judgingSlot.updateMany({
    where: { seasonId, submission: { state: "submitted" } },
    data: { givenAt: null },
  });
}
