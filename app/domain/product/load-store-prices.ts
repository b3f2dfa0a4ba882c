import type { Database, Transaction } from "#app/services/database/database.ts";

export interface StorePrices {
  /** Won, of the store's other products of a category, each as it is asked for now. */
  others(categoryKey: string, productId: string): number[];
}

/** What a store asks for its products, as their latest versions say it. */
export async function loadStorePrices(database: Database | Transaction, storeId: string): Promise<StorePrices> {
  const rows = await database.$queryRaw<{ id: string; categoryKey: string; price: number }[]>`
    SELECT DISTINCT ON (product."id") product."id", version."category_key" AS "categoryKey",
           coalesce(version."lowered_price", version."price") AS "price"
    FROM "product" AS product JOIN "product_version" AS version ON version."product_id" = product."id"
    WHERE product."store_id" = ${storeId}::uuid
    ORDER BY product."id", version."number" DESC`;
  return {
    others: (categoryKey, productId) =>
      rows.filter((row) => row.categoryKey === categoryKey && row.id !== productId).map(({ price }) => price),
  };
}
