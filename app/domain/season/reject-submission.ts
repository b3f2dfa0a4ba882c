import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { notifyStore } from "../outbox/notify-store.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { submissionStates } from "./states.ts";

export const rejectSubmissionInput = z.object({ submissionId: z.uuid() });

/** A curator decides against a submission; it keeps its pinned version and may be entered again next season. */
export async function rejectSubmission(
  database: Database,
  actor: Actor,
  { submissionId }: z.infer<typeof rejectSubmissionInput>,
): Promise<Outcome<{ submissionId: string }>> {
  return inTransaction(database, async (transaction) => {
    const { count } = await transaction.submission.updateMany({
      where: { id: submissionId, state: { in: submissionStates.sourcesOf("rejected") } },
      data: { state: "rejected", decidedAt: new Date() },
    });
    if (count === 0) return refused("submission.not_selectable");
    await recordAudit(transaction, actor, {
      action: "reject-submission",
      subject: { kind: "submission", id: submissionId },
    });
    const { version, productId, seasonId, product } = await transaction.submission.findUniqueOrThrow({
      where: { id: submissionId },
      include: { version: { select: { name: true } }, product: { select: { storeId: true } } },
    });
    await notifyStore(transaction, product.storeId, {
      template: "not_chosen",
      params: { product: version.name, page: `/merchant/products/${productId}` },
      event: submissionId,
      bundle: seasonId,
    });
    return done({ submissionId });
  });
}
