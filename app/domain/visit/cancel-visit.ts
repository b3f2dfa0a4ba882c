import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { refuseHelper } from "../help/only-merchant.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { holdVisit } from "./hold-place.ts";
import { moveUp } from "./move-up.ts";
import { isOpen } from "./states.ts";
import { tellCreator, tellStore } from "./visit-notice.ts";

export const cancelVisitInput = z.object({
  visitId: z.uuid(),
  reason: z.string().trim().max(500).default(""),
});

/**
 * Either side calls off an agreed visit before it begins, and a creator takes a request back. The first of the waiting list moves up.
 * `side`: whose page it was; the visit must be theirs.
 */
export async function cancelVisit(
  database: Database,
  actor: Actor,
  side: { creatorId: string } | { storeId: string },
  input: z.input<typeof cancelVisitInput>,
  now = new Date(),
): Promise<Outcome<null>> {
  const helper = refuseHelper(actor);
  if (helper) return helper;
  const { visitId, reason } = cancelVisitInput.parse(input);
  const byCreator = "creatorId" in side;
  return inTransaction(database, async (transaction) => {
    const held = await holdVisit(transaction, { id: visitId, ...side });
    if (!held) return refused("visit.not_found");
    const { visit } = held;
    const before = isOpen(visit.state) && byCreator;
    if (!before && (visit.state !== "agreed" || visit.startsAt <= now)) return refused("visit.not_cancellable");
    const state = before ? "withdrawn" : "cancelled";
    await transaction.visit.update({
      where: { id: visitId },
      data: { state, reason, toldBy: byCreator ? "creator" : "store", outcomeAt: now },
    });
    await transaction.visitOffer.deleteMany({ where: { visitId } });
    await recordAudit(transaction, actor, {
      action: before ? "withdraw-visit" : "cancel-visit",
      subject: { kind: "visit", id: visitId },
      versionBefore: visit.state,
      versionAfter: state,
    });
    if (!byCreator) await tellCreator(transaction, visit, "visit_cancelled");
    else if (visit.state !== "waiting") await tellStore(transaction, visit, "visit_taken_back");
    await moveUp(transaction, visit, now);
    return done(null);
  });
}
