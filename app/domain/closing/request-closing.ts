import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import type { Actor } from "../account/actor.ts";
import { pauseListings } from "../agreement/pause-listings.ts";
import { releaseListings } from "../agreement/release-listings.ts";
import { recordAudit } from "../audit/record.ts";
import { refuseHelper } from "../help/only-merchant.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { lockPerson } from "./lock-person.ts";
import { soleStores } from "./sole-stores.ts";

export const closingInput = z.object({ accountId: z.uuid() });

/** A merchant wants to leave: everything of theirs comes down at every mall first, and a job ends the account when it has. */
export async function requestClosing(
  database: Database,
  actor: Actor,
  { accountId }: z.infer<typeof closingInput>,
  { now = new Date() } = {},
): Promise<Outcome<null>> {
  const helper = refuseHelper(actor);
  if (helper) return helper;
  return inTransaction(database, async (transaction) => {
    if (!(await lockPerson(transaction, accountId))) return refused("account.not_found");
    const account = await transaction.account.findUniqueOrThrow({ where: { id: accountId } });
    if (account.role !== "merchant") return refused("account.not_allowed");
    if (account.closingAt) return done(null);
    for (const storeId of await soleStores(transaction, accountId)) {
      await pauseListings(transaction, actor, { storeId, code: "account.closing" });
    }
    await transaction.account.update({ where: { id: accountId }, data: { closingAt: now } });
    await recordAudit(transaction, actor, {
      action: "request-closing",
      subject: { kind: "account", id: accountId },
    });
    await addJob(transaction, "finish-closing", { accountId }, { key: `finish-closing:${accountId}` });
    return done(null);
  });
}

/** Until the account has ended the merchant may stay after all: what came down goes up again. */
export async function takeBackClosing(
  database: Database,
  actor: Actor,
  { accountId }: z.infer<typeof closingInput>,
): Promise<Outcome<null>> {
  const helper = refuseHelper(actor);
  if (helper) return helper;
  return inTransaction(database, async (transaction) => {
    const storeIds = await lockPerson(transaction, accountId);
    if (!storeIds) return refused("closing.over");
    const { count } = await transaction.account.updateMany({
      where: { id: accountId, state: "active", closingAt: { not: null } },
      data: { closingAt: null },
    });
    if (count === 0) return done(null);
    await recordAudit(transaction, actor, {
      action: "take-back-closing",
      subject: { kind: "account", id: accountId },
    });
    for (const storeId of storeIds) await releaseListings(transaction, storeId);
    return done(null);
  });
}
