import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";

export const liftRecallInput = z.object({ productId: z.uuid() });

/** What was recalled may be sold again; nothing is sent by this alone. Refused until every mall has confirmed. */
export async function liftRecall(
  database: Database,
  actor: Actor,
  { productId }: z.infer<typeof liftRecallInput>,
): Promise<Outcome<{ productId: string }>> {
  const notAllowed = refuseUnlessOffice(actor);
  if (notAllowed) return notAllowed;
  return inTransaction(database, async (transaction) => {
    const { count } = await transaction.recall.updateMany({
      where: { productId, liftedAt: null, confirmedAt: { not: null } },
      data: { liftedAt: new Date() },
    });
    if (count === 0) return refused("recall.not_confirmed");
    await recordAudit(transaction, actor, { action: "lift-recall", subject: { kind: "product", id: productId } });
    return done({ productId });
  });
}
