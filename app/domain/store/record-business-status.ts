import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { BusinessStatus } from "#app/services/database/generated/enums.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";

/** What the register said of a number; a store that has changed its number since is asked about again. */
export async function recordBusinessStatus(
  database: Database,
  { storeId, businessNumber, status }: { storeId: string; businessNumber: string; status: BusinessStatus },
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const { count } = await transaction.store.updateMany({
      where: { id: storeId, businessNumber },
      data: { businessStatus: status, businessCheckedAt: new Date() },
    });
    if (count === 0) return;
    const subject = { kind: "store", id: storeId };
    await recordAudit(transaction, program, { action: "check-business", subject, details: { status } });
  });
}
