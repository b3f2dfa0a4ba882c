import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAudit } from "../audit/record.ts";
import { updateListingsOfStore } from "../listing/update-listings.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { lockStore } from "./load-store-record.ts";
import { readLine } from "./store-fields.ts";

export const recordMailOrderNumberInput = z.object({ storeId: z.uuid(), mailOrderNumber: z.string() });

/**
 * A store that takes part was given its mail-order number since, or has another: the office, which has looked at it, enters it. Malls that show
 * it are told, and what was held back for nothing but that is sent.
 */
export async function recordMailOrderNumber(
  database: Database,
  actor: Actor,
  { storeId, mailOrderNumber: typed }: z.infer<typeof recordMailOrderNumberInput>,
): Promise<Outcome<null>> {
  const notAllowed = refuseUnlessOffice(actor);
  if (notAllowed) return notAllowed;
  if (actor.kind !== "person") return refused("account.not_allowed");
  const read = readLine("mail_order_number", typed);
  if (!read.ok) return { ok: false, issues: [read.issue] };
  const mailOrderNumber = read.value;
  const verification = { storeId, requirement: "mail_order" };
  return inTransaction(database, async (transaction) => {
    await lockStore(transaction, storeId);
    const store = await transaction.store.findUnique({ where: { id: storeId } });
    if (store?.state !== "approved") return refused("store.not_approved");
    if (store.mailOrderNumber === mailOrderNumber) return done(null);
    await transaction.store.update({ where: { id: storeId }, data: { mailOrderNumber } });
    await transaction.storeVerification.deleteMany({ where: verification });
    await transaction.storeVerification.create({ data: { ...verification, verifiedById: actor.accountId } });
    await updateListingsOfStore(transaction, storeId);
    await recordAudit(transaction, actor, {
      action: "record-mail-order-number",
      subject: { kind: "store", id: storeId },
      details: { mailOrderNumber },
    });
    return done(null);
  });
}
