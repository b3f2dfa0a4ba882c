import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { stepOf } from "../application/steps.ts";
import { recordAudit } from "../audit/record.ts";
import { issue } from "../issue/issue.ts";
import { toStored } from "../issue/stored-issues.ts";
import { notifyStore } from "../outbox/notify-store.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { lockStore } from "./load-store-record.ts";
import { storeStates } from "./states.ts";

export const returnStoreInput = z.object({
  storeId: z.uuid(),
  /** What to put right, pinned to a field or document of the application. */
  notes: z.array(z.object({ field: z.string().max(100), note: z.string().max(500) })).max(50),
});

/** Gives an application back with what is to be put right; the merchant is told once. */
export async function returnStore(
  database: Database,
  actor: Actor,
  { storeId, notes }: z.infer<typeof returnStoreInput>,
): Promise<Outcome<{ name: string }>> {
  const notOffice = refuseUnlessOffice(actor);
  if (notOffice) return notOffice;
  return inTransaction(database, async (transaction) => {
    await lockStore(transaction, storeId);
    const store = await transaction.store.findUnique({ where: { id: storeId }, include: { application: true } });
    if (!store) return refused("store.not_found");
    const waits = store.state !== "closed" && storeStates.allows(store.state, "returned");
    if (!waits || !store.application) return refused("store.not_waiting");
    const issues = notes
      .filter(({ field, note }) => note.trim() !== "" && stepOf(field, store.kind) !== null)
      .map(({ field, note }) => issue("store.returned", { field }, { params: { note: note.trim() } }));
    if (issues.length === 0) return refused("store.note_needed");
    await transaction.store.update({ where: { id: storeId }, data: { state: "returned", issues: toStored(issues) } });
    await transaction.storeApplication.update({ where: { storeId }, data: { state: "returned" } });
    await recordAudit(transaction, actor, {
      action: "return-store",
      subject: { kind: "store", id: storeId },
      details: { fields: issues.map(({ path }) => path.field ?? "") },
    });
    await notifyStore(transaction, storeId, {
      template: "store_returned",
      params: { store: store.name, count: issues.length, page: "/merchant/application" },
      event: `${storeId}:${store.application.sentAt?.toISOString() ?? ""}`,
    });
    return done({ name: store.name });
  });
}
