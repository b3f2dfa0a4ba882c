import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { notifyStore } from "../outbox/notify-store.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { redrawSeasonCards, seasonsOf } from "../season/season-card.ts";
import { loadStoreRecord, lockStore } from "./load-store-record.ts";
import { judgeRequirements } from "./requirements.ts";
import { storeStates } from "./states.ts";

export const approveStoreInput = z.object({ storeId: z.uuid() });

/** Lets a store that waits take part. One that a merchant sent must meet its whole checklist; the office vouches for its own. */
export async function approveStore(
  database: Database,
  actor: Actor,
  { storeId }: z.infer<typeof approveStoreInput>,
): Promise<Outcome<{ name: string }>> {
  return inTransaction(database, async (transaction) => {
    await lockStore(transaction, storeId);
    const found = await loadStoreRecord(transaction, storeId);
    if (!found) return refused("store.not_found");
    const { store, record } = found;
    if (!storeStates.allows(store.state, "approved")) return refused("store.not_waiting");
    const open = judgeRequirements(record).filter(({ met }) => !met);
    if (store.state === "submitted" && open.length > 0) {
      return refused("store.requirements_open", {}, { params: { count: open.length } });
    }
    await transaction.store.update({ where: { id: storeId }, data: { state: "approved", issues: [] } });
    await redrawSeasonCards(transaction, seasonsOf(storeId));
    await transaction.storeApplication.updateMany({ where: { storeId, state: "sent" }, data: { state: "accepted" } });
    await recordAudit(transaction, actor, { action: "approve-store", subject: { kind: "store", id: storeId } });
    await notifyStore(transaction, storeId, {
      template: "store_approved",
      params: { store: store.name, page: "/merchant" },
      event: storeId,
    });
    return done({ name: store.name });
  });
}
