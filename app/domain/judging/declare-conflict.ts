import { z } from "zod";
import { type Database, inTransaction, isUniqueViolation, type Transaction } from "#app/services/database/database.ts";
import { ConflictKind } from "#app/services/database/generated/enums.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { findRules, hasRubric } from "../season/find-rules.ts";
import { lockSeason } from "../season/lock-season.ts";
import { statesPublished } from "../season/states.ts";
import { dealSlotsIn } from "./deal-slots.ts";
import { refuseUnlessCurator } from "./open-judging.ts";

export const declareConflictInput = z.object({
  seasonId: z.uuid(),
  storeId: z.uuid(),
  kind: z.enum(ConflictKind).exclude(["challenge"]),
  /** Only the office names somebody else than itself. */
  curatorId: z.uuid().optional(),
});

/**
 * A curator must not judge a store's products this season: what they had of it is dealt to others, and what they already gave
 * counts no more.
 */
export async function declareConflict(
  database: Database,
  actor: Actor,
  { seasonId, storeId, kind, curatorId }: z.infer<typeof declareConflictInput>,
): Promise<Outcome<{ conflictId: string }>> {
  if (actor.kind !== "person") return refused("account.not_allowed");
  const forOther = curatorId !== undefined && curatorId !== actor.accountId;
  if (forOther && actor.role !== "office") return refused("account.not_allowed");
  try {
    return await inTransaction(database, async (transaction) => {
      if (!forOther) {
        const notCurator = await refuseUnlessCurator(transaction, actor);
        if (notCurator) return notCurator;
      }
      const season = await lockSeason(transaction, seasonId);
      if (!season || statesPublished.includes(season.state)) return refused("season.not_open");
      const who = curatorId ?? actor.accountId;
      return done({ conflictId: await exclude(transaction, actor, season, { storeId, curatorId: who, kind }) });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refused("conflict.exists");
    throw error;
  }
}

/** Writes the conflict and takes the curator off the store; the season is locked. */
export async function exclude(
  transaction: Transaction,
  actor: Actor & { kind: "person" },
  season: { id: string; state: string; places: number },
  { storeId, curatorId, kind }: { storeId: string; curatorId: string; kind: ConflictKind },
): Promise<string> {
  const seasonId = season.id;
  const conflict = await transaction.conflictOfInterest.create({
    data: { seasonId, storeId, curatorId, kind, declaredById: actor.accountId },
  });
  const { count } = await transaction.judgingSlot.updateMany({
    where: { seasonId, curatorId, submission: { product: { storeId } } },
    data: { curatorId: null, claimEndsAt: null, givenAt: null },
  });
  if (count > 0 && season.state === "judging") {
    const { rules } = await findRules(transaction, season);
    if (hasRubric(rules)) await dealSlotsIn(transaction, seasonId, rules);
  }
  await recordAudit(transaction, actor, {
    action: "declare-conflict",
    subject: { kind: "store", id: storeId },
    seasonId,
    details: { conflict: conflict.id, curator: curatorId, kind, slots: count },
  });
  return conflict.id;
}

export const endConflictInput = z.object({ conflictId: z.uuid() });

/** It was a mistake; what was dealt to others stays with them. A challenge that was upheld is ended by the office alone. */
export async function endConflict(
  database: Database,
  actor: Actor,
  { conflictId }: z.infer<typeof endConflictInput>,
): Promise<Outcome<{ conflictId: string }>> {
  if (actor.kind !== "person") return refused("account.not_allowed");
  return inTransaction(database, async (transaction) => {
    const own = actor.role === "office" ? {} : { curatorId: actor.accountId, kind: { not: "challenge" as const } };
    const [ended] = await transaction.conflictOfInterest.updateManyAndReturn({
      where: { id: conflictId, endedAt: null, ...own },
      data: { endedAt: new Date() },
    });
    if (!ended) return refused("conflict.not_found");
    await recordAudit(transaction, actor, {
      action: "end-conflict",
      subject: { kind: "store", id: ended.storeId },
      seasonId: ended.seasonId,
      details: { conflict: conflictId, curator: ended.curatorId },
    });
    return done({ conflictId });
  });
}
