import type { Database } from "#app/services/database/database.ts";
import { findTypists } from "../help/find-typists.ts";
import { findProduct } from "./find-product.ts";

/** Field of a product's latest version → name of whoever typed it, where that was none of the store's own people. */
export async function findHelpedFields(database: Database, productId: string): Promise<Record<string, string>> {
  const product = await database.product.findUnique({
    where: { id: productId },
    select: { storeId: true, store: { select: { members: { select: { accountId: true } } } } },
  });
  const found = product && (await findProduct(database, { storeId: product.storeId, productId }));
  if (!found) return {};
  const merchantIds = product.store.members.map(({ accountId }) => accountId);
  return findTypists(database, found.typists, merchantIds);
}
