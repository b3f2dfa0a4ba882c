import { z } from "zod";
import { breaksConstraint, type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { refuseHelper } from "../help/only-merchant.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { endEmptyOffers } from "./book-visit.ts";
import { holdPlace } from "./hold-place.ts";
import { moveUp } from "./move-up.ts";
import { dayOf } from "./seoul-time.ts";
import { readSlotTime } from "./slot-time.ts";
import { bookedStates } from "./states.ts";
import { tellCreator } from "./visit-notice.ts";

export const addSlotInput = z.object({
  storeId: z.uuid(),
  campaignId: z.uuid(),
  day: z.string(),
  from: z.string(),
  to: z.string(),
});

/** The store gives a time at which it takes one visit. */
export async function addSlot(
  database: Database,
  actor: Actor,
  { storeId, campaignId, ...typed }: z.infer<typeof addSlotInput>,
  now = new Date(),
): Promise<Outcome<{ slotId: string }>> {
  const helper = refuseHelper(actor);
  if (helper) return helper;
  try {
    return await inTransaction(database, async (transaction) => {
      const place = await holdPlace(transaction, { campaignId, storeId });
      if (!place || place.leftAt) return refused("campaign.not_joined");
      const { state, startsOn, endsOn } = place.campaign;
      if (state !== "open") return refused("campaign.not_open");
      const read = readSlotTime(typed, { startsOn: dayOf(startsOn), endsOn: dayOf(endsOn) }, now);
      if (!read.ok) return read;
      const { id } = await transaction.visitSlot.create({ data: { campaignId, storeId, ...read.time } });
      await recordAudit(transaction, actor, {
        action: "add-slot",
        subject: { kind: "store", id: storeId },
        details: { campaign: campaignId, slot: id },
      });
      return done({ slotId: id });
    });
  } catch (error) {
    if (breaksConstraint(error, "visit_slot_apart")) return refused("slot.overlaps", { field: "day" });
    throw error;
  }
}

export const removeSlotInput = z.object({ storeId: z.uuid(), slotId: z.uuid() });

/** A time that is agreed with nobody is taken away; whoever asked for it is asked to choose another. */
export async function removeSlot(
  database: Database,
  actor: Actor,
  { storeId, slotId }: z.infer<typeof removeSlotInput>,
  now = new Date(),
): Promise<Outcome<null>> {
  const helper = refuseHelper(actor);
  if (helper) return helper;
  return inTransaction(database, async (transaction) => {
    const slot = await transaction.visitSlot.findUnique({ where: { id: slotId, storeId, removedAt: null } });
    if (!slot) return refused("slot.not_found");
    await holdPlace(transaction, slot);
    const booked = await transaction.visit.count({ where: { slotId, state: { in: [...bookedStates] } } });
    if (booked > 0) return refused("slot.booked");
    await transaction.visitSlot.update({ where: { id: slotId }, data: { removedAt: now } });
    await transaction.visitOffer.deleteMany({ where: { slotId } });
    const asked = await transaction.visit.updateManyAndReturn({
      where: { slotId, state: { in: ["proposed", "waiting"] } },
      data: { state: "declined", toldBy: "store", outcomeAt: now },
    });
    await recordAudit(transaction, actor, {
      action: "remove-slot",
      subject: { kind: "store", id: storeId },
      details: { slot: slotId },
    });
    for (const visit of asked) {
      await recordAudit(transaction, actor, {
        action: "decline-visit",
        subject: { kind: "visit", id: visit.id },
        versionAfter: "declined",
      });
      await tellCreator(transaction, visit, "visit_declined", now.toISOString());
    }
    await endEmptyOffers(transaction, slot, now);
    await moveUp(transaction, slot, now);
    return done(null);
  });
}
