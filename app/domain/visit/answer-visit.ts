import { z } from "zod";
import { breaksConstraint, type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { refuseHelper } from "../help/only-merchant.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { bookVisit, findObstacle, lockCreator } from "./book-visit.ts";
import { holdVisit } from "./hold-place.ts";
import { moveUp } from "./move-up.ts";
import { bookedStates, visitStates } from "./states.ts";
import { tellCreator } from "./visit-notice.ts";

export const answerVisitInput = z.object({
  storeId: z.uuid(),
  visitId: z.uuid(),
  answer: z.enum(["agree", "decline", "offer"]),
  /** To offer in place of the one that was asked for. */
  slotIds: z.array(z.uuid()).max(20).default([]),
  words: z.string().trim().max(1000).default(""),
});

/** The store agrees to a request, says no, or offers other slots. Who waits moves up after a no. */
export async function answerVisit(
  database: Database,
  actor: Actor,
  input: z.input<typeof answerVisitInput>,
  now = new Date(),
): Promise<Outcome<null>> {
  const helper = refuseHelper(actor);
  if (helper) return helper;
  const { storeId, visitId, answer, slotIds, words } = answerVisitInput.parse(input);
  try {
    return await inTransaction(database, async (transaction) => {
      const held = await holdVisit(transaction, { id: visitId, storeId });
      if (!held) return refused("visit.not_found");
      const { visit, place } = held;
      const { campaignId } = visit;
      if (place.leftAt || place.store.state !== "approved") return refused("campaign.not_joined");
      if (answer === "agree") {
        if (!["proposed", "offered", "waiting"].includes(visit.state)) return refused("visit.not_answerable");
        if (visit.startsAt <= now) return refused("slot.in_past");
        await lockCreator(transaction, visit.creatorId);
        const obstacle = await findObstacle(transaction, place, visit);
        if (obstacle) return refused(obstacle, {}, { params: { capacity: place.capacity } });
        await transaction.visit.update({ where: { id: visitId }, data: { answer: words } });
        await bookVisit(transaction, actor, visit, now);
        await moveUp(transaction, { campaignId, storeId }, now);
        return done(null);
      }
      const to = answer === "decline" ? "declined" : "offered";
      if (visit.state !== "offered" && !visitStates.allows(visit.state, to)) return refused("visit.not_answerable");
      if (answer === "offer") {
        const free = await transaction.visitSlot.findMany({
          where: {
            ...{ id: { in: slotIds }, campaignId, storeId, removedAt: null, startsAt: { gt: now } },
            visits: { none: { state: { in: [...bookedStates] } } },
          },
          select: { id: true },
        });
        if (free.length === 0) return refused("visit.nothing_offered", { field: "slotIds" });
        await transaction.visitOffer.deleteMany({ where: { visitId } });
        await transaction.visitOffer.createMany({ data: free.map(({ id: slotId }) => ({ visitId, slotId })) });
      }
      await transaction.visit.update({
        where: { id: visitId },
        data: { state: to, answer: words, ...(to === "declined" && { outcomeAt: now, toldBy: "store" }) },
      });
      await recordAudit(transaction, actor, {
        action: answer === "decline" ? "decline-visit" : "offer-slots",
        subject: { kind: "visit", id: visitId },
        versionBefore: visit.state,
        versionAfter: to,
      });
      await tellCreator(transaction, visit, to === "declined" ? "visit_declined" : "visit_offered", now.toISOString());
      await moveUp(transaction, { campaignId, storeId }, now);
      return done(null);
    });
  } catch (error) {
    if (breaksConstraint(error, "visit_creator_apart")) return refused("visit.elsewhere");
    throw error;
  }
}
