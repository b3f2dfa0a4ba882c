import type { Transaction } from "#app/services/database/database.ts";
import type { Account } from "#app/services/database/generated/client.ts";
import { answersOf } from "../application/open-application.ts";
import { recordAudit } from "../audit/record.ts";

/**
 * Somebody who left proves the same phone again before their data is erased: the account is theirs again, without consents, and
 * their store is theirs to send to the office anew. Proofs are gone, so everything is to be looked at again.
 */
export async function comeBack(transaction: Transaction, { id, role }: Account): Promise<Account> {
  const account = await transaction.account.update({
    where: { id },
    data: { state: "active", endedAt: null, closingAt: null, eraseAfter: null },
  });
  const actor = { kind: "person", accountId: id, role } as const;
  await recordAudit(transaction, actor, { action: "come-back", subject: { kind: "account", id } });
  const stores = await transaction.store.findMany({ where: { state: "closed", members: { some: { accountId: id } } } });
  for (const store of stores) {
    const storeId = store.id;
    await transaction.store.update({ where: { id: storeId }, data: { state: "returned", issues: [] } });
    await transaction.storeVerification.deleteMany({ where: { storeId } });
    await transaction.designation.deleteMany({ where: { storeId } });
    const { count } = await transaction.storeApplication.updateMany({
      where: { storeId },
      data: { state: "returned" },
    });
    if (count === 0) {
      await transaction.storeApplication.create({
        data: { accountId: id, storeId, state: "returned", answers: answersOf(store) },
      });
    }
    await recordAudit(transaction, actor, { action: "come-back", subject: { kind: "store", id: storeId } });
  }
  return account;
}
