import type { Transaction } from "#app/services/database/database.ts";
import type { Account } from "#app/services/database/generated/client.ts";

/**
 * Whether the office would be left without anybody who can log in. Locks the office's accounts, so that two of them
 * cannot end each other at the same moment. A demonstration account cannot stand in for a real one.
 */
export async function isLastOffice(transaction: Transaction, account: Account): Promise<boolean> {
  await transaction.$queryRaw`SELECT 1 FROM "account" WHERE "role" = 'office' ORDER BY "id" FOR UPDATE`;
  const current = await transaction.account.findUnique({ where: { id: account.id } });
  if (current?.role !== "office" || current.state !== "active") return false;
  const others = await transaction.account.count({
    where: {
      id: { not: account.id },
      role: "office",
      state: "active",
      passwordHash: { not: null },
      ...(account.demonstration ? {} : { demonstration: false }),
    },
  });
  return others === 0;
}
