import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { sendMended } from "../listing/send-mended.ts";
import { updateListingsOfStore } from "../listing/update-listings.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { lockStore } from "./load-store-record.ts";
import { readFee, together } from "./store-fields.ts";

/** As typed, in won. */
export const changeFeesInput = z.object({ storeId: z.uuid(), returnFee: z.string(), exchangeFee: z.string() });

/**
 * What its customers pay for a return or an exchange, of a store that takes part. Malls that have its products are told, and what they refused
 * for nothing but these fees is sent again.
 */
export async function changeFees(
  database: Database,
  actor: Actor,
  { storeId, ...typed }: z.infer<typeof changeFeesInput>,
): Promise<Outcome<{ changed: boolean }>> {
  const read = together({
    returnFee: readFee("return_fee", typed.returnFee),
    exchangeFee: readFee("exchange_fee", typed.exchangeFee),
  });
  if (!read.ok) return read;
  const { returnFee, exchangeFee } = read.values;
  return inTransaction(database, async (transaction) => {
    await lockStore(transaction, storeId);
    const store = await transaction.store.findUnique({ where: { id: storeId } });
    if (store?.state !== "approved") return refused("store.not_approved");
    if (store.returnFee === returnFee && store.exchangeFee === exchangeFee) return done({ changed: false });
    await transaction.store.update({ where: { id: storeId }, data: { returnFee, exchangeFee } });
    const ids = await updateListingsOfStore(transaction, storeId);
    await sendMended(transaction, actor, new Map(ids.map((id) => [id, ["fees"]])));
    await recordAudit(transaction, actor, {
      action: "change-fees",
      subject: { kind: "store", id: storeId },
      details: { returnFee, exchangeFee },
    });
    return done({ changed: true });
  });
}
