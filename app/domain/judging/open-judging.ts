import type { Transaction } from "#app/services/database/database.ts";
import type { Submission } from "#app/services/database/generated/client.ts";
import type { Actor } from "../account/actor.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { findRules, hasRubric } from "../season/find-rules.ts";
import { holdSeason } from "../season/lock-season.ts";
import type { RubricRules } from "../season/rules.ts";

export interface OpenJudging {
  curatorId: string;
  submission: Submission;
  rules: RubricRules;
}

/**
 * What a curator may judge now, or the one reason why not: the role, the season, the product itself, a conflict. Until the
 * transaction ends the season stays in judging.
 */
export async function openJudging(
  transaction: Transaction,
  actor: Actor,
  submissionId: string,
): Promise<Outcome<OpenJudging>> {
  const notCurator = await refuseUnlessCurator(transaction, actor);
  if (notCurator || actor.kind !== "person") return notCurator ?? refused("judging.not_curator");
  const submission = await transaction.submission.findUnique({
    where: { id: submissionId },
    include: { product: { select: { storeId: true } }, eligibility: { select: { eligible: true } } },
  });
  if (!submission) return refused("submission.not_found");
  const season = await holdSeason(transaction, submission.seasonId);
  if (season?.state !== "judging") return refused("season.not_judging");
  const { rules } = await findRules(transaction, season);
  if (!hasRubric(rules)) return refused("season.no_rubric");
  if (submission.state === "withdrawn") return refused("judging.withdrawn");
  if (submission.state !== "submitted") return refused("judging.decided");
  const { product, eligibility, ...plain } = submission;
  const conflict = { seasonId: season.id, curatorId: actor.accountId, storeId: product.storeId, endedAt: null };
  if (await transaction.conflictOfInterest.findFirst({ where: conflict })) return refused("judging.conflict");
  if (!eligibility?.eligible) return refused("judging.not_eligible");
  return done({ curatorId: actor.accountId, submission: plain, rules });
}

/** As the database has it now: the role may have been lost while a page was open. */
export async function refuseUnlessCurator(transaction: Transaction, actor: Actor) {
  if (actor.kind !== "person") return refused("judging.not_curator");
  const account = await transaction.account.findUnique({ where: { id: actor.accountId } });
  return account?.role === "curator" && account.state === "active" ? null : refused("judging.not_curator");
}
