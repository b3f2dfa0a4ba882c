import type { z } from "zod";
import { type Database, inTransaction, isUniqueViolation } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { issue } from "../issue/issue.ts";
import { done, type Outcome } from "../outcome.ts";
import { openJudging } from "./open-judging.ts";
import { marksOf, missingMarks, saveIn, saveMarksInput } from "./save-marks.ts";

export const giveJudgementInput = saveMarksInput;

/**
 * Gives a judgement: marks that come along are saved first, and then all of them count. Given twice it is one judgement. Whatever
 * refuses it, the marks stay as a draft.
 */
export async function giveJudgement(
  database: Database,
  actor: Actor,
  input: z.infer<typeof giveJudgementInput>,
  now = new Date(),
): Promise<Outcome<{ marks: Record<string, number> }>> {
  try {
    return await inTransaction(database, async (transaction) => {
      const open = await openJudging(transaction, actor, input.submissionId);
      if (!open.ok) return open;
      const { submission, curatorId, rules } = open.result;
      const { judgement, issues } = await saveIn(transaction, open.result, input, now);
      const { judgingUntil } = rules.dates;
      if (judgingUntil !== null && Date.parse(judgingUntil) < now.getTime()) {
        issues.push(issue("season.judging_over", {}, { params: { date: judgingUntil } }));
      }
      const missing = missingMarks(judgement, open.result);
      if (missing.length > 0 && issues.length === 0) {
        issues.push(
          ...missing.map((key) =>
            issue("judging.marks_missing", { field: `marks.${key}` }, { params: { missing: missing.length } }),
          ),
        );
      }
      if (issues.length > 0) return { ok: false, issues };
      const marks = marksOf(judgement);
      if (judgement.state === "given") return done({ marks });
      await transaction.judgement.update({ where: { id: judgement.id }, data: { state: "given", givenAt: now } });
      await transaction.judgingSlot.updateMany({
        where: { submissionId: submission.id, curatorId },
        data: { givenAt: now },
      });
      await recordAudit(transaction, actor, {
        action: "give-judgement",
        subject: { kind: "submission", id: submission.id },
        versionAfter: submission.versionId,
        details: { marks },
      });
      return done({ marks });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return giveJudgement(database, actor, input, now);
    throw error;
  }
}
