import type { Database } from "#app/services/database/database.ts";
import { type CatalogSheet, writeCatalog } from "./catalog-cells.ts";
import type { ProductContent } from "./product-content.ts";
import type { VariantFacts } from "./product-facts.ts";

/** A store's products in their latest versions, by the merchant's code, as a catalog sheet. */
export async function exportCatalog(database: Database, storeId: string): Promise<CatalogSheet> {
  const products = await database.product.findMany({
    where: { storeId },
    orderBy: { sku: "asc" },
    include: {
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        include: { variants: { orderBy: { position: "asc" } }, photos: { orderBy: { position: "asc" } } },
      },
    },
  });
  return writeCatalog(
    products.flatMap(({ sku, versions: [latest] }): ProductContent[] => {
      if (!latest) return [];
      const {
        originText,
        originKind,
        originCountry,
        variants,
        photos,
        notice,
        mallFields,
        price,
        loweredPrice,
        ...said
      } = latest;
      return [
        {
          ...said,
          sku,
          // What an upload of the same sheet would find: the lower price that took effect at once.
          price: loweredPrice ?? price,
          origin: { text: originText, kind: originKind, country: originCountry },
          notice: notice as ProductContent["notice"],
          mallFields: mallFields as ProductContent["mallFields"],
          variants: variants.map((one) => ({ ...one, options: one.options as unknown as VariantFacts["options"] })),
          photos: photos.map(({ sha256, fileName }) => ({ sha256, fileName })),
        },
      ];
    }),
  );
}
