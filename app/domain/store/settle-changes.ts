import type { Transaction } from "#app/services/database/database.ts";
import { fromStored, toStored } from "../issue/stored-issues.ts";
import { restsOn } from "./requirements.ts";

/** Fields or documents of a store have changed: what rested on them is to be looked at again, and notes on them are answered. */
export async function settleChanges(
  transaction: Transaction,
  storeId: string,
  changed: readonly string[],
): Promise<void> {
  const shaken = Object.entries(restsOn).flatMap(([key, basis]) =>
    basis.some((field) => changed.includes(field)) ? [key] : [],
  );
  const where = { storeId, requirement: { in: shaken } };
  const forgotten = await transaction.storeVerification.findMany({ where });
  await transaction.storeVerification.deleteMany({ where });
  if (forgotten.some(({ requirement }) => requirement === "designation")) {
    await transaction.designation.deleteMany({ where: { storeId } });
  }
  const store = await transaction.store.findUniqueOrThrow({ where: { id: storeId }, select: { issues: true } });
  const issues = fromStored(store.issues);
  const left = issues.filter(({ path }) => !changed.includes(path.field ?? ""));
  if (left.length < issues.length) {
    await transaction.store.update({ where: { id: storeId }, data: { issues: toStored(left) } });
  }
}
