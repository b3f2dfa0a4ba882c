import type { Database } from "#app/services/database/database.ts";

/** What the season's other products of a category ask for, in won. */
export interface Comparables {
  count: number;
  lowest: number;
  median: number;
  highest: number;
  /** How many of them ask for less than this one. */
  cheaper: number;
}

/** Null: no other product of its category is in the season. */
export async function findComparables(
  database: Database,
  {
    submissionId,
    seasonId,
    categoryKey,
    price,
  }: { submissionId: string; seasonId: string; categoryKey: string; price: number },
): Promise<Comparables | null> {
  const [found] = await database.$queryRaw<Comparables[]>`
    SELECT count(*)::int AS "count", min("price")::int AS "lowest", max("price")::int AS "highest",
           round(percentile_cont(0.5) WITHIN GROUP (ORDER BY "price"))::int AS "median",
           count(*) FILTER (WHERE "price" < ${price})::int AS "cheaper"
    FROM (
      SELECT coalesce(version."lowered_price", version."price") AS "price"
      FROM "submission" AS submission
      JOIN "product_version" AS version ON version."id" = submission."version_id"
      JOIN "product" AS product ON product."id" = submission."product_id"
      WHERE submission."season_id" = ${seasonId}::uuid AND submission."state" IN ('submitted', 'selected')
        AND submission."id" <> ${submissionId}::uuid AND version."category_key" = ${categoryKey}
    ) AS others`;
  return found && found.count > 0 ? found : null;
}
