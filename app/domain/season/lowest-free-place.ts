import type { Transaction } from "#app/services/database/database.ts";

/** Null: every place is taken. The season is locked. */
export async function lowestFreePlace(
  transaction: Transaction,
  seasonId: string,
  places: number,
): Promise<number | null> {
  const [free] = await transaction.$queryRaw<{ number: number }[]>`
    SELECT free."number" FROM generate_series(1, ${places}::int) AS free ("number")
    WHERE NOT EXISTS (SELECT 1 FROM "place" WHERE "season_id" = ${seasonId}::uuid AND "place"."number" = free."number")
    ORDER BY free."number" LIMIT 1`;
  return free?.number ?? null;
}
