import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { storeStates } from "./states.ts";

export const approveStoreInput = z.object({ storeId: z.uuid() });

/** Lets a store that waits take part. */
export async function approveStore(
  database: Database,
  actor: Actor,
  { storeId }: z.infer<typeof approveStoreInput>,
): Promise<Outcome<{ name: string }>> {
  return inTransaction(database, async (transaction) => {
    const store = await transaction.store.findUnique({ where: { id: storeId }, select: { name: true } });
    if (!store) return refused("store.not_found");
    const { count } = await transaction.store.updateMany({
      where: { id: storeId, state: { in: storeStates.sourcesOf("approved") } },
      data: { state: "approved" },
    });
    if (count === 0) return refused("store.not_waiting");
    await recordAudit(transaction, actor, { action: "approve-store", subject: { kind: "store", id: storeId } });
    return done({ name: store.name });
  });
}
