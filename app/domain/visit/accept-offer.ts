import { z } from "zod";
import { breaksConstraint, type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { bookVisit, findObstacle, lockCreator } from "./book-visit.ts";
import { holdVisit, takesVisits } from "./hold-place.ts";
import { moveUp } from "./move-up.ts";

export const acceptOfferInput = z.object({ visitId: z.uuid(), slotId: z.uuid() });

/** The creator takes one of the slots that the store offers; it is agreed at once. */
export async function acceptOffer(
  database: Database,
  actor: Actor,
  { visitId, slotId }: z.infer<typeof acceptOfferInput>,
  now = new Date(),
): Promise<Outcome<null>> {
  if (actor.kind !== "person" || actor.role !== "creator") return refused("account.not_allowed");
  const creatorId = actor.accountId;
  try {
    return await inTransaction(database, async (transaction) => {
      const held = await holdVisit(transaction, { id: visitId, creatorId });
      if (!held) return refused("visit.not_found");
      const { visit, place } = held;
      if (!takesVisits(place)) return refused("visit.store_gone");
      if (visit.state !== "offered") return refused("visit.not_answerable");
      const offer = await transaction.visitOffer.findUnique({
        where: { visitId_slotId: { visitId, slotId } },
        include: { slot: true },
      });
      if (!offer) return refused("visit.not_offered");
      const { startsAt, endsAt } = offer.slot;
      if (startsAt <= now) return refused("slot.in_past");
      await lockCreator(transaction, creatorId);
      const taking = { ...visit, slotId, startsAt, endsAt };
      const obstacle = await findObstacle(transaction, place, taking);
      if (obstacle) return refused(obstacle, {}, { params: { capacity: place.capacity } });
      await bookVisit(transaction, actor, taking, now);
      await moveUp(transaction, visit, now);
      return done(null);
    });
  } catch (error) {
    if (breaksConstraint(error, "visit_creator_apart")) return refused("visit.elsewhere");
    throw error;
  }
}
