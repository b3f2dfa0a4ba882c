import type { Database, Transaction } from "#app/services/database/database.ts";
import { loadProductFacts } from "./load-product-facts.ts";
import type { ProductContent } from "./product-content.ts";

/** What the latest version of a store's product says; null photos, which keep those it has. */
export async function findContent(
  database: Database | Transaction,
  { storeId, productId }: { storeId: string; productId: string },
): Promise<ProductContent | null> {
  const version = await database.productVersion.findFirst({
    where: { productId, product: { storeId } },
    orderBy: { number: "desc" },
    select: { id: true, shippingFee: true },
  });
  const facts = version && (await loadProductFacts(database, [version.id])).get(version.id);
  if (!facts) return null;
  const { store: _store, stock: _stock, detailTemplate: _template, ...said } = facts;
  return { ...said, shippingFee: version.shippingFee, photos: null };
}
