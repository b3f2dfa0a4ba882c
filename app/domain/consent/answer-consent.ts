import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { pauseListings } from "../agreement/pause-listings.ts";
import { releaseListings } from "../agreement/release-listings.ts";
import { recordAudit } from "../audit/record.ts";
import { lockPerson } from "../closing/lock-person.ts";
import { refuseHelper } from "../help/only-merchant.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { cancelStoreVisits } from "../visit/cancel-store-visits.ts";
import { findConsents } from "./find-consents.ts";
import { askedConsents, consentKinds } from "./kinds.ts";

export const answerConsentInput = z.object({
  accountId: z.uuid(),
  kind: z.enum(consentKinds),
  /** Of the text that was read. */
  version: z.string().max(20),
  agreed: z.boolean(),
});

/**
 * Keeps what a person answers to one text. A yes to passing on sends what waited for it; only what is optional takes a no.
 */
export async function answerConsent(
  database: Database,
  actor: Actor,
  { accountId, kind, version, agreed }: z.infer<typeof answerConsentInput>,
  { asked = askedConsents, now = new Date() } = {},
): Promise<Outcome<null>> {
  const helper = refuseHelper(actor);
  if (helper) return helper;
  if (version !== asked[kind].version) return refused("consent.text_changed");
  if (!agreed && !asked[kind].optional) return refused("consent.needed");
  return inTransaction(database, async (transaction) => {
    const storeIds = await lockPerson(transaction, accountId);
    if (!storeIds) return refused("account.not_found");
    const before = (await findConsents(transaction, accountId, asked)).find((one) => one.kind === kind);
    if (before?.state === (agreed ? "agreed" : "refused")) return done(null);
    if (!agreed) await takeBack(transaction, actor, { accountId, kind, storeIds, now });
    await transaction.consent.create({ data: { accountId, kind, version, agreed, answeredAt: now } });
    await recordAudit(transaction, actor, {
      action: "answer-consent",
      subject: { kind: "account", id: accountId },
      details: { consent: kind, version, agreed },
    });
    if (kind === "passing_on" && agreed) {
      for (const storeId of storeIds) await releaseListings(transaction, storeId);
    }
    return done(null);
  });
}

export const withdrawConsentInput = answerConsentInput.pick({ accountId: true, kind: true });

/** Takes an optional consent back: what it had sent to malls comes down. Without the others nobody can stay: that is closing. */
export async function withdrawConsent(
  database: Database,
  actor: Actor,
  { accountId, kind }: z.infer<typeof withdrawConsentInput>,
  { asked = askedConsents, now = new Date() } = {},
): Promise<Outcome<null>> {
  const helper = refuseHelper(actor);
  if (helper) return helper;
  if (!asked[kind].optional) return refused("consent.closing_needed");
  return inTransaction(database, async (transaction) => {
    const storeIds = await lockPerson(transaction, accountId);
    if (!storeIds) return refused("account.not_found");
    const withdrawn = await takeBack(transaction, actor, { accountId, kind, storeIds, now });
    if (withdrawn === 0) return done(null);
    await recordAudit(transaction, actor, {
      action: "withdraw-consent",
      subject: { kind: "account", id: accountId },
      details: { consent: kind },
    });
    return done(null);
  });
}

interface TakenBack {
  accountId: string;
  kind: (typeof consentKinds)[number];
  storeIds: readonly string[];
  now: Date;
}

/** Listings before the consent itself, as a send that begins at this moment locks them. */
async function takeBack(
  transaction: Transaction,
  actor: Actor,
  { accountId, kind, storeIds, now }: TakenBack,
): Promise<number> {
  const inForce = { kind, agreed: true, withdrawnAt: null };
  if (kind === "passing_on") {
    for (const storeId of storeIds) {
      const others = await transaction.consent.count({
        where: { ...inForce, account: { id: { not: accountId }, state: "active", memberships: { some: { storeId } } } },
      });
      if (others > 0) continue;
      await pauseListings(transaction, actor, { storeId, code: "consent.passing_on_missing" });
      // How to reach the store may be told to no visitor any more.
      await cancelStoreVisits(transaction, actor, { storeId }, now);
    }
  }
  const where = { accountId, ...inForce };
  return (await transaction.consent.updateMany({ where, data: { withdrawnAt: now } })).count;
}
