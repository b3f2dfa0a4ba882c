import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";

/** Ended by the helper or by the merchant; what was typed stays. */
export async function endHelp(
  database: Database,
  actor: Actor & { kind: "person" },
  { helpId, now = new Date() }: { helpId: string; now?: Date },
): Promise<Outcome<null>> {
  if (!z.uuid().safeParse(helpId).success) return refused("help.over");
  return inTransaction(database, async (transaction) => {
    const { count } = await transaction.help.updateMany({
      where: { id: helpId, endedAt: null, OR: [{ helperId: actor.accountId }, { merchantId: actor.accountId }] },
      data: { endedAt: now },
    });
    if (count === 0) return refused("help.over");
    await transaction.session.updateMany({ where: { helpId }, data: { helpId: null } });
    await recordAudit(transaction, actor, { action: "end-help", subject: { kind: "help", id: helpId } });
    return done(null);
  });
}
