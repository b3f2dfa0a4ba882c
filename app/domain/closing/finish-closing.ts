import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { countStanding } from "../listing/count-standing.ts";
import { moveListing } from "../listing/move-listing.ts";
import { queueMessage } from "../outbox/queue-message.ts";
import { forgetOwnShops } from "../own-shop/connect-own-shop.ts";
import { lockSeason } from "../season/lock-season.ts";
import { redrawSeasonCards, seasonsOf } from "../season/season-card.ts";
import { statesPublished } from "../season/states.ts";
import { leaveSeason } from "../season/withdraw-submission.ts";
import { cancelStoreVisits } from "../visit/cancel-store-visits.ts";
import { lockPerson } from "./lock-person.ts";
import { soleStores } from "./sole-stores.ts";
import { eraseAfter } from "./terms.ts";

/**
 * Ends a closing account once nothing of its stores stands at a mall: sessions, help, consents and agreements end, the stores
 * leave the public site, their places are free again. True when it has ended, now or before.
 */
export async function finishClosing(
  database: Database,
  { accountId }: { accountId: string },
  now = new Date(),
): Promise<boolean> {
  return inTransaction(database, async (transaction) => {
    if (!(await lockPerson(transaction, accountId))) return true;
    const account = await transaction.account.findUniqueOrThrow({ where: { id: accountId } });
    if (!account.closingAt) return false;
    const storeIds = await soleStores(transaction, accountId);
    for (const storeId of storeIds) if ((await countStanding(transaction, storeId)) > 0) return false;
    for (const storeId of storeIds) await leaveSeasons(transaction, storeId);
    for (const storeId of storeIds) await closeForGood(transaction, storeId, now);

    await transaction.consent.updateMany({
      where: { accountId, agreed: true, withdrawnAt: null },
      data: { withdrawnAt: now },
    });
    await transaction.session.deleteMany({ where: { accountId } });
    await transaction.oneTimeLink.deleteMany({ where: { accountId, usedAt: null } });
    await transaction.help.updateMany({
      where: { OR: [{ helperId: accountId }, { merchantId: accountId }], endedAt: null },
      data: { endedAt: now },
    });
    await transaction.account.update({
      where: { id: accountId },
      data: { state: "ended", endedAt: now, passwordHash: null, eraseAfter: eraseAfter(account.role, now) },
    });
    await recordAudit(transaction, program, {
      action: "finish-closing",
      subject: { kind: "account", id: accountId },
    });
    if (account.phone) {
      await queueMessage(transaction, {
        ...{ medium: "kakao", recipient: account.phone, template: "account_closed", locale: "ko" },
        params: { page: "/consents/personal-data" },
        dedupeKey: `account_closed:${accountId}:${now.toISOString()}`,
      });
    }
    return true;
  });
}

/** What waits is not judged any more, and a place of a season that still runs is another's. */
async function leaveSeasons(transaction: Transaction, storeId: string): Promise<void> {
  const entered = await transaction.submission.findMany({
    where: {
      product: { storeId },
      state: { in: ["submitted", "selected"] },
      season: { state: { notIn: [...statesPublished] } },
    },
    select: { id: true, seasonId: true },
  });
  for (const { id: submissionId, seasonId } of entered) {
    const season = await lockSeason(transaction, seasonId);
    // Nothing goes to a mall before the list is published, so no mall is asked.
    if (season) await leaveSeason(transaction, program, season, { submissionId, reason: "" }, []);
  }
}

async function closeForGood(transaction: Transaction, storeId: string, now: Date): Promise<void> {
  const held = await transaction.listing.findMany({
    where: { product: { storeId }, state: { not: "withdrawn" } },
    select: { id: true },
  });
  for (const { id } of held) await moveListing(transaction, id, "withdrawn", {}, "silently");
  await transaction.listing.updateMany({
    where: { product: { storeId } },
    data: { wanted: "withdrawn", paused: false, wantedAt: now },
  });
  await transaction.mallAgreement.updateMany({ where: { storeId, endedAt: null }, data: { endedAt: now } });
  await cancelStoreVisits(transaction, program, { storeId }, now);
  await forgetOwnShops(transaction, storeId);
  await transaction.store.update({ where: { id: storeId }, data: { state: "closed" } });
  await redrawSeasonCards(transaction, seasonsOf(storeId));
  await recordAudit(transaction, program, { action: "close-store", subject: { kind: "store", id: storeId } });
}
