import { Prisma } from "#app/services/database/database.ts";

/**
 * A store's products with their stages, as a table `staged` (id, sku, created_at, stage). What is on sale from an earlier season
 * is live also while nothing was sent to this one.
 */
export function stagedProducts(storeId: string): Prisma.Sql {
  return Prisma.sql`
    staged AS (
      SELECT product."id", product."sku", product."created_at",
             CASE
               WHEN EXISTS (SELECT 1 FROM "listing" WHERE "product_id" = product."id" AND "state" = 'live') THEN 'live'
               ELSE coalesce(submission."state"::text, 'draft')
             END AS stage
      FROM "product" AS product
      LEFT JOIN "submission" AS submission
        ON submission."product_id" = product."id"
       AND submission."season_id" = (SELECT "id" FROM "season" ORDER BY "year" DESC LIMIT 1)
      WHERE product."store_id" = ${storeId}::uuid
    )`;
}
