import type { Transaction } from "#app/services/database/database.ts";
import { refused } from "../outcome.ts";

/** Why somebody who is leaving sends nothing in any more. Null: they are not leaving. */
export async function refuseWhileClosing(transaction: Transaction, accountId: string) {
  const leaving = await transaction.account.count({ where: { id: accountId, closingAt: { not: null } } });
  return leaving > 0 ? refused("closing.under_way") : null;
}
