import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAudit } from "../audit/record.ts";
import { dealSlotsIn } from "../judging/deal-slots.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import type { MallRules } from "../product/readiness.ts";
import { reasonInput, recordDecision } from "./decisions.ts";
import { findRules, hasRubric } from "./find-rules.ts";
import { lockSeason } from "./lock-season.ts";
import { judgeSubmissions, refreshEligibility } from "./refresh-eligibility.ts";
import { gateKeys } from "./rules.ts";

export const waiveGateInput = z.object({ submissionId: z.uuid(), gate: z.enum(gateKeys), reason: reasonInput });

/** The office lets a product pass a gate that it does not meet. */
export async function waiveGate(
  database: Database,
  actor: Actor,
  input: z.infer<typeof waiveGateInput>,
  malls: readonly MallRules[],
): Promise<Outcome<{ eligible: boolean }>> {
  return changeWaiver(database, actor, input, "waiver", malls);
}

/** It was a mistake: the gate counts again. */
export async function takeBackWaiver(
  database: Database,
  actor: Actor,
  input: z.infer<typeof waiveGateInput>,
  malls: readonly MallRules[],
): Promise<Outcome<{ eligible: boolean }>> {
  return changeWaiver(database, actor, input, "waiver_taken_back", malls);
}

async function changeWaiver(
  database: Database,
  actor: Actor,
  { submissionId, gate, reason }: z.infer<typeof waiveGateInput>,
  kind: "waiver" | "waiver_taken_back",
  malls: readonly MallRules[],
): Promise<Outcome<{ eligible: boolean }>> {
  const notAllowed = refuseUnlessOffice(actor);
  if (notAllowed) return notAllowed;
  return inTransaction(database, async (transaction) => {
    const submission = await transaction.submission.findUnique({ where: { id: submissionId } });
    if (!submission) return refused("submission.not_found");
    const { seasonId } = submission;
    const season = await lockSeason(transaction, seasonId);
    if (!season || !["intake", "judging"].includes(season.state)) return refused("season.not_judging");
    if (submission.state !== "submitted") return refused("judging.decided");
    const { rules } = await findRules(transaction, season);
    const standing = (await judgeSubmissions(transaction, [submission], rules, malls)).get(submissionId);
    const found = standing?.find((one) => one.gate === gate);
    if (kind === "waiver" && (!found || found.met || found.waived)) return refused("waiver.not_needed");
    if (kind === "waiver_taken_back" && !found?.waived) return refused("waiver.not_found");
    await recordDecision(transaction, actor, { seasonId, kind, submissionId, reason, details: { gate } });
    const { eligible } = await refreshEligibility(
      transaction,
      { seasonId, submissionIds: [submissionId] },
      rules,
      malls,
    );
    if (season.state === "judging" && hasRubric(rules)) await dealSlotsIn(transaction, season.id, rules);
    await recordAudit(transaction, actor, {
      action: kind === "waiver" ? "waive-gate" : "take-back-waiver",
      subject: { kind: "submission", id: submissionId },
      details: { gate },
    });
    return done({ eligible: eligible === 1 });
  });
}
