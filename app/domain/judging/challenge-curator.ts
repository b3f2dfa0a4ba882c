import { z } from "zod";
import { type Database, inTransaction, isUniqueViolation } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAudit } from "../audit/record.ts";
import { refuseHelper } from "../help/only-merchant.ts";
import { notifyStore } from "../outbox/notify-store.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { reasonInput } from "../season/decisions.ts";
import { lockSeason } from "../season/lock-season.ts";
import { exclude } from "./declare-conflict.ts";

export const challengeCuratorInput = z.object({
  seasonId: z.uuid(),
  storeId: z.uuid(),
  curatorId: z.uuid(),
  reason: reasonInput,
});

/** A merchant asks, before the list is settled, that a curator does not judge their store. The office answers. */
export async function challengeCurator(
  database: Database,
  actor: Actor,
  input: z.infer<typeof challengeCuratorInput>,
): Promise<Outcome<{ challengeId: string }>> {
  const helper = refuseHelper(actor);
  if (helper || actor.kind !== "person") return helper ?? refused("account.not_allowed");
  try {
    return await inTransaction(database, async (transaction) => {
      const member = { storeId_accountId: { storeId: input.storeId, accountId: actor.accountId } };
      if (!(await transaction.storeMember.findUnique({ where: member }))) return refused("account.not_allowed");
      const season = await transaction.season.findUnique({ where: { id: input.seasonId } });
      if (!season || !["intake", "judging"].includes(season.state)) return refused("season.not_open");
      const curator = await transaction.account.findUnique({ where: { id: input.curatorId, role: "curator" } });
      if (!curator) return refused("account.not_found");
      const { id } = await transaction.curatorChallenge.create({ data: { ...input, challengedById: actor.accountId } });
      await recordAudit(transaction, actor, {
        action: "challenge-curator",
        subject: { kind: "store", id: input.storeId },
        seasonId: season.id,
        details: { challenge: id, curator: input.curatorId },
      });
      return done({ challengeId: id });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refused("challenge.exists");
    throw error;
  }
}

export const decideChallengeInput = z.object({ challengeId: z.uuid(), uphold: z.boolean(), answer: reasonInput });

/** The office answers a challenge; upheld, the curator judges nothing of the store. The merchant hears of either. */
export async function decideChallenge(
  database: Database,
  actor: Actor,
  { challengeId, uphold, answer }: z.infer<typeof decideChallengeInput>,
): Promise<Outcome<{ upheld: boolean }>> {
  const notAllowed = refuseUnlessOffice(actor);
  if (notAllowed || actor.kind !== "person") return notAllowed ?? refused("account.not_allowed");
  return inTransaction(database, async (transaction) => {
    const [decided] = await transaction.curatorChallenge.updateManyAndReturn({
      where: { id: challengeId, state: "open" },
      data: { state: uphold ? "upheld" : "dismissed", answer, decidedAt: new Date() },
    });
    if (!decided) return refused("challenge.not_open");
    const { seasonId, storeId, curatorId } = decided;
    const season = await lockSeason(transaction, seasonId);
    const standing = await transaction.conflictOfInterest.findFirst({
      where: { seasonId, storeId, curatorId, endedAt: null },
    });
    if (uphold && season && !standing) {
      await exclude(transaction, actor, season, { storeId, curatorId, kind: "challenge" });
    }
    await recordAudit(transaction, actor, {
      action: "decide-challenge",
      subject: { kind: "store", id: storeId },
      seasonId,
      details: { challenge: challengeId, curator: curatorId, upheld: uphold },
    });
    await notifyStore(transaction, storeId, {
      template: uphold ? "challenge_upheld" : "challenge_dismissed",
      params: { answer, page: "/merchant" },
      event: challengeId,
    });
    return done({ upheld: uphold });
  });
}
