import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { reasonInput, recordDecision } from "./decisions.ts";
import { findRules, hasRubric } from "./find-rules.ts";
import { holdSeason } from "./lock-season.ts";

export const grantBonusInput = z.object({
  submissionId: z.uuid(),
  points: z.coerce.number().int().min(0).max(1000),
  reason: reasonInput,
});

/** Points beside the curators' marks; they replace what was granted before. */
export async function grantBonus(
  database: Database,
  actor: Actor,
  { submissionId, points, reason }: z.infer<typeof grantBonusInput>,
): Promise<Outcome<{ points: number }>> {
  const notAllowed = refuseUnlessOffice(actor);
  if (notAllowed) return notAllowed;
  return inTransaction(database, async (transaction) => {
    const submission = await transaction.submission.findUnique({ where: { id: submissionId } });
    if (!submission) return refused("submission.not_found");
    const { seasonId } = submission;
    const season = await holdSeason(transaction, seasonId);
    if (!season || !["intake", "judging"].includes(season.state)) return refused("season.not_judging");
    if (submission.state !== "submitted") return refused("judging.decided");
    const { rules } = await findRules(transaction, season);
    if (!hasRubric(rules)) return refused("season.no_rubric");
    const most = rules.rubric.bonusMost;
    if (points > most) return refused("bonus.range", { field: "points" }, { params: { most } });
    await recordDecision(transaction, actor, { seasonId, kind: "bonus", submissionId, reason, details: { points } });
    await recordAudit(transaction, actor, {
      action: "grant-bonus",
      subject: { kind: "submission", id: submissionId },
      details: { points },
    });
    return done({ points });
  });
}
