import type { Transaction } from "#app/services/database/database.ts";
import { askedConsents } from "../consent/kinds.ts";
import type { StoreWord } from "./permission.ts";

/** Whoever plans or sends locks the store, so that nobody gives or takes back their word meanwhile. */
export async function loadStoreWord(
  transaction: Transaction,
  storeId: string,
  asked = askedConsents,
): Promise<StoreWord> {
  await transaction.$queryRaw`SELECT 1 FROM "store" WHERE "id" = ${storeId}::uuid FOR SHARE`;
  const members = { state: "active", memberships: { some: { storeId } } } as const;
  const { version } = asked.passing_on;
  const given = await transaction.consent.count({
    where: { kind: "passing_on", version, agreed: true, withdrawnAt: null, account: { ...members, closingAt: null } },
  });
  const closing = await transaction.account.count({ where: { ...members, closingAt: { not: null } } });
  const agreements = await transaction.mallAgreement.findMany({
    where: { storeId, endedAt: null },
    select: { channelKey: true },
  });
  return {
    passingOn: given > 0,
    closing: given === 0 && closing > 0,
    malls: new Set(agreements.map(({ channelKey }) => channelKey)),
  };
}
