import { z } from "zod";
import { type Database, inTransaction, isUniqueViolation, type Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { type OpenJudging, openJudging } from "./open-judging.ts";

/** How long a slot is a curator's alone after the last thing they did with it. */
export const claimMinutes = 30;

export interface Claim {
  /** The n-th judgement of the submission. */
  number: number;
  endsAt: Date;
}

export const claimSlotInput = z.object({ submissionId: z.uuid() });

/**
 * A curator begins or goes on with a product: their own slot, else one that nobody has, else one whose claim has run out. Saving a
 * mark claims by itself.
 */
export async function claimSlot(
  database: Database,
  actor: Actor,
  { submissionId }: z.infer<typeof claimSlotInput>,
  now = new Date(),
): Promise<Outcome<Claim>> {
  try {
    return await inTransaction(database, async (transaction) => {
      const open = await openJudging(transaction, actor, submissionId);
      if (!open.ok) return open;
      const claim = await claimIn(transaction, open.result, now);
      return claim ? done(claim) : refused("judging.no_slot");
    });
  } catch (error) {
    // The same curator in two windows: the other one has claimed it.
    if (isUniqueViolation(error)) return claimSlot(database, actor, { submissionId }, now);
    throw error;
  }
}

/** Null: others have every slot. */
export async function claimIn(
  transaction: Transaction,
  { curatorId, submission }: OpenJudging,
  now: Date,
): Promise<Claim | null> {
  const submissionId = submission.id;
  const endsAt = new Date(now.getTime() + claimMinutes * 60_000);
  const [own] = await transaction.judgingSlot.updateManyAndReturn({
    where: { submissionId, curatorId },
    data: { claimEndsAt: endsAt },
    select: { number: true },
  });
  if (own) return { number: own.number, endsAt };
  const [free] = await transaction.$queryRaw<{ number: number }[]>`
    SELECT "number" FROM "judging_slot"
    WHERE "submission_id" = ${submissionId}::uuid AND "given_at" IS NULL
      AND ("curator_id" IS NULL OR "claim_ends_at" < ${now})
    ORDER BY "curator_id" IS NOT NULL, "number" LIMIT 1 FOR UPDATE SKIP LOCKED`;
  if (!free) return null;
  await transaction.judgingSlot.update({
    where: { submissionId_number: { submissionId, number: free.number } },
    data: { curatorId, claimEndsAt: endsAt },
  });
  return { number: free.number, endsAt };
}

/** The curator is done for now: another may take what is not given. */
export async function releaseClaim(
  database: Database,
  actor: Actor,
  { submissionId }: z.infer<typeof claimSlotInput>,
): Promise<void> {
  if (actor.kind !== "person") return;
  await database.judgingSlot.updateMany({
    where: { submissionId, curatorId: actor.accountId, givenAt: null },
    data: { claimEndsAt: null },
  });
}
