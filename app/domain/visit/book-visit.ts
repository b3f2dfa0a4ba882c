import type { Transaction } from "#app/services/database/database.ts";
import type { Visit } from "#app/services/database/generated/client.ts";
import { type Actor, program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import type { IssueCode } from "../issue/codes.ts";
import type { HeldPlace, PlaceKey } from "./hold-place.ts";
import { bookedStates } from "./states.ts";
import { tellCreator, tellStore } from "./visit-notice.ts";

/** Why a slot cannot be booked for this creator now; null: it can. The place is held. */
export async function findObstacle(
  transaction: Transaction,
  place: HeldPlace,
  { slotId, startsAt, endsAt, creatorId }: Pick<Visit, "slotId" | "startsAt" | "endsAt" | "creatorId">,
): Promise<Extract<IssueCode, "visit.store_full" | "visit.slot_taken" | "visit.elsewhere" | "slot.not_found"> | null> {
  const slot = await transaction.visitSlot.findUnique({ where: { id: slotId }, select: { removedAt: true } });
  if (!slot || slot.removedAt) return "slot.not_found";
  const taken = await transaction.visit.count({ where: { slotId, state: { in: [...bookedStates] } } });
  if (taken > 0) return "visit.slot_taken";
  if (place.booked >= place.capacity) return "visit.store_full";
  const elsewhere = await transaction.visit.count({
    where: { creatorId, state: "agreed", startsAt: { lt: endsAt }, endsAt: { gt: startsAt } },
  });
  return elsewhere > 0 ? "visit.elsewhere" : null;
}

/** Creators whose other visits may be agreed at this moment wait for one another. */
export async function lockCreator(transaction: Transaction, creatorId: string): Promise<void> {
  await transaction.$queryRaw`SELECT 1 FROM "creator_profile" WHERE "account_id" = ${creatorId}::uuid FOR UPDATE`;
}

/**
 * The slot is this visit's; both are told. Whoever else asked for the slot, or for any once the store is full, waits in the order of
 * asking.
 */
export async function bookVisit(transaction: Transaction, actor: Actor, visit: Visit, now: Date): Promise<void> {
  const { id, campaignId, storeId, slotId, startsAt, endsAt } = visit;
  await transaction.visit.update({
    where: { id },
    data: { state: "agreed", agreedAt: now, slotId, startsAt, endsAt },
  });
  await transaction.visitOffer.deleteMany({ where: { visitId: id } });
  await recordAudit(transaction, actor, {
    action: "agree-visit",
    subject: { kind: "visit", id },
    versionBefore: visit.state,
    versionAfter: "agreed",
  });
  await tellCreator(transaction, visit, "visit_agreed", startsAt.toISOString());
  await tellStore(transaction, visit, "visit_booked", startsAt.toISOString());
  const place = await transaction.campaignStore.findUniqueOrThrow({
    where: { campaignId_storeId: { campaignId, storeId } },
  });
  const full = place.booked >= place.capacity;
  const behind = await transaction.visit.updateManyAndReturn({
    where: {
      ...{ campaignId, storeId, id: { not: id } },
      ...(full ? { state: { in: ["proposed", "offered"] } } : { state: "proposed", slotId }),
    },
    data: { state: "waiting" },
  });
  await transaction.visitOffer.deleteMany({
    where: full ? { visit: { campaignId, storeId } } : { slotId, visit: { campaignId, storeId } },
  });
  for (const one of behind) {
    await recordAudit(transaction, program, { action: "queue-visit", subject: { kind: "visit", id: one.id } });
    await tellCreator(transaction, one, "visit_waiting", id);
  }
  await endEmptyOffers(transaction, visit, now);
}

/** Whoever has nothing left of what was offered waits again for the slot that they asked for; where that is gone too, it is over. */
export async function endEmptyOffers(
  transaction: Transaction,
  { campaignId, storeId }: PlaceKey,
  now: Date,
): Promise<void> {
  const left = await transaction.visit.findMany({
    where: { campaignId, storeId, state: "offered", offers: { none: {} } },
    include: { slot: { select: { removedAt: true } } },
  });
  for (const { slot, ...visit } of left) {
    const waits = slot.removedAt === null && visit.startsAt > now;
    await transaction.visit.update({
      where: { id: visit.id },
      data: waits ? { state: "waiting" } : { state: "declined", toldBy: "store", outcomeAt: now },
    });
    await recordAudit(transaction, program, {
      action: waits ? "queue-visit" : "decline-visit",
      subject: { kind: "visit", id: visit.id },
      versionBefore: "offered",
      versionAfter: waits ? "waiting" : "declined",
    });
    await tellCreator(transaction, visit, waits ? "visit_waiting" : "visit_declined", now.toISOString());
  }
}
