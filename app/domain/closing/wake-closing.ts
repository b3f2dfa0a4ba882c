import type { Transaction } from "#app/services/database/database.ts";
import { addJob } from "#app/services/queue/jobs.ts";

/** A listing has gone: it may have been the last that kept its people from leaving. */
export async function wakeClosing(transaction: Transaction, productId: string): Promise<void> {
  const leaving = await transaction.account.findMany({
    where: {
      state: "active",
      closingAt: { not: null },
      memberships: { some: { store: { products: { some: { id: productId } } } } },
    },
    select: { id: true },
  });
  for (const { id: accountId } of leaving) {
    await addJob(transaction, "finish-closing", { accountId }, { key: `finish-closing:${accountId}` });
  }
}
