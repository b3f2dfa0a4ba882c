import type { Database } from "#app/services/database/database.ts";
import { type MallTerms, termsOf } from "./permission.ts";

export interface OfferedMall {
  mall: string;
  /** Null: the office has not entered them yet, so nobody can agree. */
  terms: MallTerms | null;
  /** When today's terms were agreed to. */
  agreedAt: Date | null;
  /** What was agreed to before the mall's terms changed; null when nothing was, or it was withdrawn. */
  before: MallTerms | null;
}

/** Every mall that is on, with its terms and whether this store agrees to them. */
export async function listMallTerms(database: Database, storeId: string): Promise<OfferedMall[]> {
  const channels = await database.channel.findMany({
    where: { on: true, storeId: null },
    orderBy: { key: "asc" },
    include: { agreements: { where: { storeId }, orderBy: { agreedAt: "desc" }, take: 1 } },
  });
  return channels.map(({ key, agreements: [last], ...channel }) => {
    const terms = termsOf(channel);
    const inForce = last !== undefined && last.endedAt === null;
    const changed =
      last !== undefined &&
      !inForce &&
      terms !== null &&
      (last.feeBasisPoints !== terms.feeBasisPoints || last.settlementDays !== terms.settlementDays);
    return {
      mall: key,
      terms,
      agreedAt: inForce ? last.agreedAt : null,
      before: changed ? { feeBasisPoints: last.feeBasisPoints, settlementDays: last.settlementDays } : null,
    };
  });
}

/** Malls whose terms wait for the merchant's answer: never agreed to, or changed since. */
export async function countOpenMalls(database: Database, storeId: string): Promise<number> {
  const malls = await listMallTerms(database, storeId);
  return malls.filter(({ terms, agreedAt }) => terms !== null && agreedAt === null).length;
}
