import type { Transaction } from "#app/services/database/database.ts";
import { type Actor, program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { holdPlace, type PlaceKey } from "./hold-place.ts";
import { moveUp } from "./move-up.ts";
import { openStates } from "./states.ts";
import { tellCreator, tellStore } from "./visit-notice.ts";

/**
 * A store takes no more visits, in one campaign or in any: what is to come is called off, whoever asked hears of it, and its slots are
 * gone. Gives how many creators were told.
 */
export async function cancelStoreVisits(
  transaction: Transaction,
  actor: Actor,
  { storeId, campaignId }: { storeId: string; campaignId?: string },
  now = new Date(),
): Promise<number> {
  const places = await transaction.campaignStore.findMany({
    where: { storeId, leftAt: null, ...(campaignId !== undefined && { campaignId }) },
    orderBy: { campaignId: "asc" },
    select: { campaignId: true, storeId: true },
  });
  let told = 0;
  for (const key of places) {
    await holdPlace(transaction, key);
    await transaction.campaignStore.update({ where: { campaignId_storeId: key }, data: { leftAt: now } });
    await transaction.visitSlot.updateMany({
      where: { ...key, startsAt: { gt: now }, removedAt: null },
      data: { removedAt: now },
    });
    const visits = await transaction.visit.findMany({
      where: { ...key, state: { in: [...openStates, "agreed"] }, startsAt: { gt: now } },
    });
    for (const visit of visits) {
      const state = visit.state === "agreed" ? "cancelled" : "declined";
      await transaction.visit.update({
        where: { id: visit.id },
        data: {
          state,
          toldBy: actor.kind === "person" && actor.role === "merchant" ? "store" : "office",
          outcomeAt: now,
        },
      });
      await recordAudit(transaction, actor, {
        action: state === "cancelled" ? "cancel-visit" : "decline-visit",
        subject: { kind: "visit", id: visit.id },
        versionBefore: visit.state,
        versionAfter: state,
      });
      await tellCreator(transaction, visit, "visit_store_closed");
      told += 1;
    }
    await transaction.visitOffer.deleteMany({ where: { visit: key } });
  }
  return told;
}

/** A creator's account has ended: their visits are called off, and whoever waits moves up. */
export async function cancelCreatorVisits(
  transaction: Transaction,
  creatorId: string,
  now = new Date(),
): Promise<void> {
  const visits = await transaction.visit.findMany({
    where: { creatorId, state: { in: [...openStates, "agreed"] }, startsAt: { gt: now } },
    orderBy: [{ campaignId: "asc" }, { storeId: "asc" }],
  });
  const freed = new Map<string, PlaceKey>();
  for (const visit of visits) {
    const { id, campaignId, storeId } = visit;
    await holdPlace(transaction, visit);
    const state = visit.state === "agreed" ? "cancelled" : "withdrawn";
    await transaction.visit.update({ where: { id }, data: { state, toldBy: "office", outcomeAt: now } });
    await recordAudit(transaction, program, {
      action: state === "cancelled" ? "cancel-visit" : "withdraw-visit",
      subject: { kind: "visit", id },
      versionBefore: visit.state,
      versionAfter: state,
    });
    if (visit.state !== "waiting") await tellStore(transaction, visit, "visit_taken_back");
    freed.set(`${campaignId} ${storeId}`, { campaignId, storeId });
  }
  for (const key of freed.values()) await moveUp(transaction, key, now);
}
