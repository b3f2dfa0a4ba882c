import type { Database } from "#app/services/database/database.ts";

/** What a store asks for a return and an exchange, in won; null where it takes no part, or does so no more. */
export function findFees(
  database: Database,
  storeId: string,
): Promise<{ returnFee: number | null; exchangeFee: number | null } | null> {
  return database.store.findFirst({
    where: { id: storeId, state: "approved" },
    select: { returnFee: true, exchangeFee: true },
  });
}
