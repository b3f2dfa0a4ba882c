import type { Transaction } from "#app/services/database/database.ts";
import { lockStore } from "../store/load-store-record.ts";

/** The person's stores, locked, so that nothing is planned for them meanwhile; null when there is no such person. */
export async function lockPerson(transaction: Transaction, accountId: string): Promise<string[] | null> {
  const account = await transaction.account.findUnique({
    where: { id: accountId, state: "active" },
    select: { memberships: { select: { storeId: true }, orderBy: { storeId: "asc" } } },
  });
  if (!account) return null;
  const storeIds = account.memberships.map(({ storeId }) => storeId);
  for (const storeId of storeIds) await lockStore(transaction, storeId);
  // Two taps at once are one answer. Not with a store: a send locks listings before accounts.
  if (storeIds.length === 0) {
    await transaction.$queryRaw`SELECT 1 FROM "account" WHERE "id" = ${accountId}::uuid FOR NO KEY UPDATE`;
  }
  return storeIds;
}
