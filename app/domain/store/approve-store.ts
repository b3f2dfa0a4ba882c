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
): Promise<Outcome<{ storeId: string }>> {
  return inTransaction(database, async (transaction) => {
    const { count } = await transaction.store.updateMany({
      where: { id: storeId, state: { in: storeStates.sourcesOf("approved") } },
      data: { state: "approved" },
    });
    if (count === 0) {
      const known = await transaction.store.findUnique({ where: { id: storeId }, select: { id: true } });
      return refused(known ? "store.not_waiting" : "store.not_found");
    }
    await recordAudit(transaction, actor, { action: "approve-store", subject: { kind: "store", id: storeId } });
    return done({ storeId });
  });
}
