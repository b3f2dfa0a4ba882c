import type { Database } from "#app/services/database/database.ts";
import { type Assessment, assessProduct } from "./assess-product.ts";
import { type ListedProduct, listProducts } from "./list-products.ts";
import { loadProductFacts } from "./load-product-facts.ts";
import { loadStorePrices } from "./load-store-prices.ts";
import type { MallRules } from "./readiness.ts";

export interface AssessedProduct extends Pick<ListedProduct, "id" | "sku" | "name" | "stage"> {
  assessment: Assessment;
}

/** A page of a store's products in the order of its list, each as the malls would take its latest version. */
export async function listAssessed(
  database: Database,
  { storeId, after }: { storeId: string; after?: string | undefined },
  rules: readonly MallRules[],
): Promise<{ products: AssessedProduct[]; next: string | null }> {
  const { products, next } = await listProducts(database, { storeId, after });
  const latest = await database.productVersion.findMany({
    where: { productId: { in: products.map(({ id }) => id) } },
    orderBy: { number: "desc" },
    distinct: ["productId"],
    select: { id: true, productId: true },
  });
  const versionOf = new Map(latest.map(({ id, productId }) => [productId, id]));
  const [facts, prices] = await Promise.all([
    loadProductFacts(database, [...versionOf.values()]),
    loadStorePrices(database, storeId),
  ]);
  return {
    next,
    products: products.flatMap(({ id, sku, name, stage }) => {
      const product = facts.get(versionOf.get(id) ?? "");
      if (!product) return [];
      const otherPrices = prices.others(product.categoryKey, id);
      return [{ id, sku, name, stage, assessment: assessProduct(product, rules, { otherPrices }) }];
    }),
  };
}
