import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { notifyStore } from "../outbox/notify-store.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { reasonInput, recordDecision } from "./decisions.ts";
import { findRules, hasRubric } from "./find-rules.ts";
import { holdSeason } from "./lock-season.ts";
import { statesOpenForSelection, submissionStates } from "./states.ts";

export const rejectSubmissionInput = z.object({
  submissionId: z.uuid(),
  /** Told to the merchant; a season with a rubric asks for it. */
  reason: reasonInput.optional(),
});

/** A curator decides against a submission; it keeps its pinned version and may be entered again next season. */
export async function rejectSubmission(
  database: Database,
  actor: Actor,
  { submissionId, reason }: z.infer<typeof rejectSubmissionInput>,
): Promise<Outcome<{ submissionId: string }>> {
  return inTransaction(database, async (transaction) => {
    const found = await transaction.submission.findUnique({ where: { id: submissionId } });
    if (!found) return refused("submission.not_found");
    const { seasonId } = found;
    const season = await holdSeason(transaction, seasonId);
    if (!season || !statesOpenForSelection.includes(season.state)) return refused("season.not_open");
    if (reason === undefined && hasRubric((await findRules(transaction, season)).rules)) {
      return refused("reason.missing", { field: "reason" });
    }
    const { count } = await transaction.submission.updateMany({
      where: { id: submissionId, state: { in: submissionStates.sourcesOf("rejected") } },
      data: { state: "rejected", decidedAt: new Date() },
    });
    if (count === 0) return refused("submission.not_selectable");
    await recordAudit(transaction, actor, {
      action: "reject-submission",
      subject: { kind: "submission", id: submissionId },
    });
    if (reason !== undefined) {
      await recordDecision(transaction, actor, { seasonId, kind: "rejection", submissionId, reason, details: {} });
    }
    const { version, productId, product } = await transaction.submission.findUniqueOrThrow({
      where: { id: submissionId },
      include: { version: { select: { name: true } }, product: { select: { storeId: true } } },
    });
    const params = { product: version.name, page: `/merchant/products/${productId}` };
    await notifyStore(
      transaction,
      product.storeId,
      reason === undefined
        ? { template: "not_chosen", params, event: submissionId, bundle: seasonId }
        : { template: "not_chosen_because", params: { ...params, answer: reason }, event: submissionId },
    );
    return done({ submissionId });
  });
}
