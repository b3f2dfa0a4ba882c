import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Season } from "#app/services/database/generated/client.ts";
import { SeasonState } from "#app/services/database/generated/enums.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { dealSlotsIn } from "../judging/deal-slots.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import type { MallRules } from "../product/readiness.ts";
import { reasonInput } from "./decisions.ts";
import { findRules, hasRubric } from "./find-rules.ts";
import { freezeByMarks, unfreeze } from "./freeze-season.ts";
import { lockSeason } from "./lock-season.ts";
import { giveVerdicts } from "./publish-season.ts";
import { refreshEligibility } from "./refresh-eligibility.ts";
import type { RubricRules } from "./rules.ts";
import { seasonStates } from "./states.ts";

export const advanceSeasonInput = z.object({
  seasonId: z.uuid(),
  to: z.enum(SeasonState),
  /** Needed to freeze while something is missing, and to open a frozen list again; with a rubric. */
  reason: reasonInput.optional(),
});

/**
 * Moves a season to its next state. With a rubric, judging begins with the gates and the dealing, freezing takes what the marks propose
 * into the places, and publishing gives every verdict.
 */
export async function advanceSeason(
  database: Database,
  actor: Actor,
  { seasonId, to, reason }: z.infer<typeof advanceSeasonInput>,
  malls: readonly MallRules[],
): Promise<Outcome<{ to: SeasonState }>> {
  return inTransaction(database, async (transaction) => {
    const season = await lockSeason(transaction, seasonId);
    if (!season) return refused("season.none");
    if (!seasonStates.allows(season.state, to)) return refused("season.cannot_advance");
    const { version, rules } = await findRules(transaction, season);
    const did = hasRubric(rules)
      ? await advanceByMarks(transaction, actor, season, { version, rules }, { to, reason }, malls)
      : done({});
    if (!did.ok) return did;
    await transaction.season.update({ where: { id: seasonId }, data: { state: to } });
    await recordAudit(transaction, actor, {
      action: "advance-season",
      subject: { kind: "season", id: seasonId },
      details: { from: season.state, to, ...did.result },
    });
    if (to === "frozen") await addJob(transaction, "seal-audit", {}, { key: "seal-audit" });
    return done({ to });
  });
}

/** What a step means in a season that is decided by marks; gives the numbers that its audit line notes. */
async function advanceByMarks(
  transaction: Transaction,
  actor: Actor,
  season: Season,
  standing: { version: number; rules: RubricRules },
  { to, reason }: Pick<z.infer<typeof advanceSeasonInput>, "to" | "reason">,
  malls: readonly MallRules[],
): Promise<Outcome<Record<string, number>>> {
  const seasonId = season.id;
  if (to === "judging" && season.state === "frozen") {
    if (reason === undefined) return refused("reason.missing", { field: "reason" });
    await unfreeze(transaction, actor, seasonId, reason);
    return done({});
  }
  switch (to) {
    case "judging": {
      const gates = await refreshEligibility(transaction, { seasonId }, standing.rules, malls);
      return done({ ...gates, ...(await dealSlotsIn(transaction, seasonId, standing.rules)) });
    }
    case "frozen":
      return freezeByMarks(transaction, actor, season, standing, reason, malls);
    case "published":
      return done(await giveVerdicts(transaction, actor, seasonId, malls));
    default:
      return done({});
  }
}
