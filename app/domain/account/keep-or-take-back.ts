import type { Transaction } from "#app/services/database/database.ts";

/** Does the work in any case, so that its time tells a stranger nothing, and takes it back when it is not to be kept. */
export async function keepOrTakeBack(
  transaction: Transaction,
  { keep }: { keep: boolean },
  work: () => Promise<void>,
): Promise<void> {
  await transaction.$executeRaw`SAVEPOINT work`;
  await work();
  if (keep) await transaction.$executeRaw`RELEASE SAVEPOINT work`;
  else await transaction.$executeRaw`ROLLBACK TO SAVEPOINT work`;
}
