import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { refuseHelper } from "../help/only-merchant.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { lockStore } from "../store/load-store-record.ts";
import { pauseListings } from "./pause-listings.ts";
import { releaseListings } from "./release-listings.ts";

export const agreeToMallInput = z.object({
  storeId: z.uuid(),
  mall: z.string().max(40),
  /** As they were read: hundredths of a percent, and days. */
  feeBasisPoints: z.coerce.number().int(),
  settlementDays: z.coerce.number().int(),
});

/** The merchant agrees to a mall's fee and settlement cycle as read; what waited for it is sent. */
export async function agreeToMall(
  database: Database,
  actor: Actor,
  { storeId, mall, feeBasisPoints, settlementDays }: z.infer<typeof agreeToMallInput>,
): Promise<Outcome<null>> {
  const helper = refuseHelper(actor);
  if (helper) return helper;
  if (actor.kind !== "person") return refused("account.not_allowed");
  return inTransaction(database, async (transaction) => {
    await lockStore(transaction, storeId);
    // The office cannot change the terms before this is decided.
    await transaction.$queryRaw`SELECT 1 FROM "channel" WHERE "key" = ${mall} FOR SHARE`;
    const channel = await transaction.channel.findUnique({ where: { key: mall } });
    if (!channel) return refused("channel.not_found");
    if (channel.feeBasisPoints === null) return refused("agreement.no_terms");
    if (channel.feeBasisPoints !== feeBasisPoints || channel.settlementDays !== settlementDays) {
      return refused("agreement.terms_changed");
    }
    const inForce = await transaction.mallAgreement.count({ where: { storeId, channelKey: mall, endedAt: null } });
    if (inForce > 0) return done(null);
    await transaction.mallAgreement.create({
      data: { storeId, channelKey: mall, feeBasisPoints, settlementDays, agreedById: actor.accountId },
    });
    await recordAudit(transaction, actor, {
      action: "agree-to-mall",
      subject: { kind: "store", id: storeId },
      details: { mall, feeBasisPoints, settlementDays },
    });
    await releaseListings(transaction, storeId, mall);
    return done(null);
  });
}

export const withdrawAgreementInput = agreeToMallInput.pick({ storeId: true, mall: true });

/** The merchant agrees no longer: everything of theirs comes down at this mall. */
export async function withdrawAgreement(
  database: Database,
  actor: Actor,
  { storeId, mall }: z.infer<typeof withdrawAgreementInput>,
): Promise<Outcome<null>> {
  const helper = refuseHelper(actor);
  if (helper) return helper;
  return inTransaction(database, async (transaction) => {
    await lockStore(transaction, storeId);
    await pauseListings(transaction, actor, { storeId, mall, code: "agreement.missing" });
    const { count } = await transaction.mallAgreement.updateMany({
      where: { storeId, channelKey: mall, endedAt: null },
      data: { endedAt: new Date() },
    });
    if (count === 0) return done(null);
    await recordAudit(transaction, actor, {
      action: "withdraw-agreement",
      subject: { kind: "store", id: storeId },
      details: { mall },
    });
    return done(null);
  });
}
