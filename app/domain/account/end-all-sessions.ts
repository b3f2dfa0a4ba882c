import { type Database, inTransaction } from "#app/services/database/database.ts";
import { recordAudit } from "../audit/record.ts";
import type { Actor } from "./actor.ts";

/** Logs a person out everywhere. */
export async function endAllSessions(
  database: Database,
  actor: Actor,
  { accountId }: { accountId: string },
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const { count } = await transaction.session.deleteMany({ where: { accountId } });
    await recordAudit(transaction, actor, {
      action: "end-all-sessions",
      subject: { kind: "account", id: accountId },
      details: { sessions: count },
    });
  });
}
