import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";

export const judgeSubmissionInput = z.object({
  submissionId: z.uuid(),
  mark: z.coerce.number().int().min(1).max(5),
  note: z.string().trim().max(1000).default(""),
});

/** A curator's mark (1–5) and note; marking again replaces the curator's own earlier mark. */
export async function judgeSubmission(
  database: Database,
  curator: { kind: "person"; accountId: string; role: "curator" | "office" },
  { submissionId, mark, note }: z.infer<typeof judgeSubmissionInput>,
): Promise<Outcome<{ mark: number }>> {
  return inTransaction(database, async (transaction) => {
    const submission = await transaction.submission.findUnique({ where: { id: submissionId } });
    if (submission?.state !== "submitted") return refused("submission.not_selectable");
    await transaction.judgement.upsert({
      where: { submissionId_curatorId: { submissionId, curatorId: curator.accountId } },
      create: { submissionId, curatorId: curator.accountId, state: "given", givenAt: new Date(), mark, note },
      update: { mark, note },
    });
    await recordAudit(transaction, curator, {
      action: "judge-submission",
      subject: { kind: "submission", id: submissionId },
      versionAfter: submission.versionId,
      details: { mark },
    });
    return done({ mark });
  });
}
