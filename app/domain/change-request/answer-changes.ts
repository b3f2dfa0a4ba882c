import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { refuseHelper } from "../help/only-merchant.ts";
import { reopenTouched, touchedCriteria } from "../judging/reopen-touched.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { changedParts, type ProductPart } from "../product/changed-parts.ts";
import { loadProductFacts } from "../product/load-product-facts.ts";
import type { MallRules } from "../product/readiness.ts";
import { findRules, hasRubric } from "../season/find-rules.ts";
import { holdSeason } from "../season/lock-season.ts";
import { refreshEligibility } from "../season/refresh-eligibility.ts";

export const answerChangesInput = z.object({
  storeId: z.uuid(),
  submissionId: z.uuid(),
  /** What the merchant says to each, by the request's id; may be empty where the product was changed. */
  answers: z.record(z.uuid(), z.string().trim().max(1000)).default({}),
});

/**
 * The merchant has changed the product, or says why not: every open request of the submission is answered, the submission pins the
 * latest version, and only marks that rest on what changed are to be given again.
 */
export async function answerChanges(
  database: Database,
  actor: Actor,
  { storeId, submissionId, answers }: z.infer<typeof answerChangesInput>,
  malls: readonly MallRules[],
): Promise<Outcome<{ answered: number; reopened: number }>> {
  const helper = refuseHelper(actor);
  if (helper) return helper;
  return inTransaction(database, async (transaction) => {
    await transaction.$queryRaw`SELECT 1 FROM "submission" WHERE "id" = ${submissionId}::uuid FOR UPDATE`;
    const submission = await transaction.submission.findUnique({
      where: { id: submissionId, product: { storeId } },
      include: { changeRequests: { where: { state: "open" }, orderBy: { askedAt: "asc" } } },
    });
    if (!submission) return refused("submission.not_found");
    const { seasonId, productId, versionId, changeRequests: requests } = submission;
    const season = await holdSeason(transaction, seasonId);
    if (!season || !["intake", "judging"].includes(season.state)) return refused("season.not_judging");
    if (submission.state !== "submitted") return refused("judging.decided");
    if (requests.length === 0) return refused("change_request.not_open");
    const latest = await transaction.productVersion.findFirstOrThrow({
      where: { productId },
      orderBy: { number: "desc" },
      select: { id: true },
    });
    const changed = latest.id !== versionId;
    if (!changed && requests.some(({ id }) => !answers[id])) {
      return refused("change_request.nothing_said", { field: "answers" });
    }
    const closedAt = new Date();
    for (const { id } of requests) {
      const answerVersionId = changed ? latest.id : null;
      await transaction.changeRequest.update({
        where: { id },
        data: { state: "answered", answer: answers[id] ?? "", answerVersionId, closedAt },
      });
    }
    const { rules } = await findRules(transaction, season);
    let reopened = 0;
    if (changed) {
      const parts = await pinVersion(transaction, submission, latest.id);
      if (hasRubric(rules)) {
        reopened = await reopenTouched(
          transaction,
          { seasonId, id: submissionId },
          touchedCriteria(rules.rubric, parts),
        );
      }
      await refreshEligibility(transaction, { seasonId, submissionIds: [submissionId] }, rules, malls);
    }
    await recordAudit(transaction, actor, {
      action: "answer-changes",
      subject: { kind: "submission", id: submissionId },
      versionBefore: versionId,
      versionAfter: latest.id,
      details: { requests: requests.length, reopened },
    });
    return done({ answered: requests.length, reopened });
  });
}

/** What is judged from now on is what malls get; gives the parts in which it differs. */
async function pinVersion(
  transaction: Transaction,
  { id, versionId: before }: { id: string; versionId: string },
  after: string,
): Promise<ProductPart[]> {
  await transaction.productVersion.updateMany({
    where: { id: after, pinnedAt: null },
    data: { pinnedAt: new Date() },
  });
  await transaction.submission.update({ where: { id }, data: { versionId: after } });
  const facts = await loadProductFacts(transaction, [before, after]);
  const [was, is] = [facts.get(before), facts.get(after)];
  if (!was || !is) throw new Error(`Submission ${id} pins a version that does not exist`);
  return changedParts(was, is);
}
