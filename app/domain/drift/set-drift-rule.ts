import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { driftRules } from "./rules.ts";

export const setDriftRuleInput = z.object({ key: z.string(), rule: z.enum(driftRules) });

/** What is done by itself, from now on, where a mall shows something else than it was sent. */
export async function setDriftRule(
  database: Database,
  actor: Actor,
  { key, rule }: z.infer<typeof setDriftRuleInput>,
): Promise<Outcome<{ rule: (typeof driftRules)[number] }>> {
  const notAllowed = refuseUnlessOffice(actor);
  if (notAllowed) return notAllowed;
  return inTransaction(database, async (transaction) => {
    const { count } = await transaction.channel.updateMany({ where: { key }, data: { driftRule: rule } });
    if (count === 0) return refused("channel.not_found");
    await recordAudit(transaction, actor, {
      action: "set-drift-rule",
      subject: { kind: "channel", id: key },
      details: { rule },
    });
    return done({ rule });
  });
}
