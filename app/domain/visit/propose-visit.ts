import { z } from "zod";
import { breaksConstraint, type Database, inTransaction, isUniqueViolation } from "#app/services/database/database.ts";
import type { VisitState } from "#app/services/database/generated/enums.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { bookVisit, findObstacle, lockCreator } from "./book-visit.ts";
import { holdPlace, takesVisits } from "./hold-place.ts";
import { openStates } from "./states.ts";
import { tellStore } from "./visit-notice.ts";

export const proposeVisitInput = z.object({
  slotId: z.uuid(),
  request: z.string().trim().max(1000).default(""),
});

/**
 * A creator asks for a slot. A store that agrees at once gives it to the first; where the slot is taken or the store full the creator
 * is on the waiting list.
 */
export async function proposeVisit(
  database: Database,
  actor: Actor,
  input: z.input<typeof proposeVisitInput>,
  now = new Date(),
): Promise<Outcome<{ visitId: string; state: VisitState }>> {
  if (actor.kind !== "person" || actor.role !== "creator") return refused("account.not_allowed");
  const { slotId, request } = proposeVisitInput.parse(input);
  const creatorId = actor.accountId;
  try {
    return await inTransaction(database, async (transaction) => {
      const slot = await transaction.visitSlot.findUnique({ where: { id: slotId } });
      if (!slot) return refused("slot.not_found");
      const { campaignId, storeId, startsAt, endsAt } = slot;
      const place = await holdPlace(transaction, { campaignId, storeId });
      if (!place || !takesVisits(place)) return refused("visit.store_gone");
      if (place.campaign.state !== "open") return refused("campaign.not_open");
      if (startsAt <= now) return refused("slot.in_past");
      await lockCreator(transaction, creatorId);
      const profile = await transaction.creatorProfile.findUnique({ where: { accountId: creatorId } });
      if (!profile) return refused("profile.missing");
      const asked = { campaignId, storeId, creatorId, state: { in: [...openStates, "agreed" as const] } };
      if ((await transaction.visit.count({ where: asked })) > 0) return refused("visit.already_asked");
      const obstacle = await findObstacle(transaction, place, { slotId, startsAt, endsAt, creatorId });
      if (obstacle === "visit.elsewhere" || obstacle === "slot.not_found") return refused(obstacle);
      const visit = await transaction.visit.create({
        data: {
          ...{ campaignId, storeId, creatorId, slotId, startsAt, endsAt, request, askedAt: now },
          state: obstacle ? "waiting" : "proposed",
        },
      });
      await recordAudit(transaction, actor, {
        action: "propose-visit",
        subject: { kind: "visit", id: visit.id },
        details: { store: storeId, state: visit.state },
      });
      if (obstacle) return done({ visitId: visit.id, state: "waiting" });
      if (place.agreesAtOnce) {
        await bookVisit(transaction, actor, visit, now);
        return done({ visitId: visit.id, state: "agreed" });
      }
      await tellStore(transaction, visit, "visit_asked");
      return done({ visitId: visit.id, state: "proposed" });
    });
  } catch (error) {
    if (breaksConstraint(error, "visit_creator_apart")) return refused("visit.elsewhere");
    if (isUniqueViolation(error)) return refused("visit.already_asked");
    throw error;
  }
}
