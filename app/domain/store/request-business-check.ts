import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";

/** Has the register asked again: a new business is known there only after a day or two. */
export async function requestBusinessCheck(
  database: Database,
  actor: Actor,
  { storeId }: { storeId: string },
): Promise<Outcome<null>> {
  const notOffice = refuseUnlessOffice(actor);
  if (notOffice) return notOffice;
  return inTransaction(database, async (transaction) => {
    if ((await transaction.store.count({ where: { id: storeId } })) === 0) return refused("store.not_found");
    await addBusinessCheck(transaction, storeId);
    await recordAudit(transaction, actor, {
      action: "request-business-check",
      subject: { kind: "store", id: storeId },
    });
    return done(null);
  });
}

export async function addBusinessCheck(transaction: Transaction, storeId: string): Promise<void> {
  await addJob(transaction, "check-business", { storeId }, { key: `check-business:${storeId}` });
}
