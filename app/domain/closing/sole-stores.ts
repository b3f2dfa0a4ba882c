import type { Transaction } from "#app/services/database/database.ts";

/** A person's stores that nobody else keeps: they leave with the person. */
export async function soleStores(transaction: Transaction, accountId: string): Promise<string[]> {
  const stores = await transaction.store.findMany({
    where: {
      members: {
        some: { accountId },
        none: { accountId: { not: accountId }, account: { state: "active", closingAt: null } },
      },
    },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return stores.map(({ id }) => id);
}
