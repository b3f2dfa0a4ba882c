import type { Transaction } from "#app/services/database/database.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { bookVisit, findObstacle, lockCreator } from "./book-visit.ts";
import { holdPlace, type PlaceKey, takesVisits } from "./hold-place.ts";
import { tellCreator, tellStore } from "./visit-notice.ts";

/**
 * After a slot or a place has become free: those who wait move up in the order of asking. Where the store agrees at once they have the
 * slot; elsewhere the first of each slot is put to the store, and the others go on waiting for its answer. Gives how many moved.
 */
export async function moveUp(transaction: Transaction, { campaignId, storeId }: PlaceKey, now: Date): Promise<number> {
  const key = { campaignId, storeId };
  const waiting = await transaction.visit.findMany({
    where: { ...key, state: "waiting", startsAt: { gt: now }, creator: { state: "active" } },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
  });
  let moved = 0;
  for (const visit of waiting) {
    const place = await holdPlace(transaction, key);
    if (!place || !takesVisits(place) || place.booked >= place.capacity) break;
    await lockCreator(transaction, visit.creatorId);
    if (await findObstacle(transaction, place, visit)) continue;
    if (place.agreesAtOnce) {
      await bookVisit(transaction, program, visit, now);
    } else {
      const asked = { slotId: visit.slotId, state: "proposed" as const };
      if ((await transaction.visit.count({ where: asked })) > 0) continue;
      await transaction.visit.update({ where: { id: visit.id }, data: { state: "proposed" } });
      await recordAudit(transaction, program, { action: "move-up-visit", subject: { kind: "visit", id: visit.id } });
      await tellCreator(transaction, visit, "visit_moved_up", now.toISOString());
      await tellStore(transaction, visit, "visit_asked", now.toISOString());
    }
    moved += 1;
  }
  return moved;
}
