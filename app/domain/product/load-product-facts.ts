import type { Database, Prisma, Transaction } from "#app/services/database/database.ts";
import { editedSize, storedEdits } from "../picture/photo-edits.ts";
import type { PhotoMeasures } from "../picture/photo-measures.ts";
import type { ProductFacts, VariantFacts } from "./product-facts.ts";

const factsInclude = {
  variants: { orderBy: { position: "asc" } },
  photos: { orderBy: { position: "asc" }, include: { original: true } },
  product: { include: { store: true } },
} satisfies Prisma.ProductVersionInclude;

type StoredVersion = Prisma.ProductVersionGetPayload<{ include: typeof factsInclude }>;

/** Versions in one query: PostgreSQL takes 65,535 parameters, and a store's catalog may have 50,000 products. */
const chunkSize = 5_000;

/** The frozen facts of versions, by version id; an id that does not exist is simply not in the map. */
export async function loadProductFacts(
  database: Database | Transaction,
  versionIds: string[],
): Promise<Map<string, ProductFacts>> {
  const facts = new Map<string, ProductFacts>();
  for (let start = 0; start < versionIds.length; start += chunkSize) {
    const chunk = versionIds.slice(start, start + chunkSize);
    const versions = await database.productVersion.findMany({ where: { id: { in: chunk } }, include: factsInclude });
    for (const version of versions) facts.set(version.id, factsOf(version));
  }
  return facts;
}

function factsOf(version: StoredVersion): ProductFacts {
  const { product } = version;
  const { store } = product;
  const variants = version.variants.map(({ key, options, priceDelta, stock }) => ({
    key,
    options: options as unknown as VariantFacts["options"],
    priceDelta,
    stock,
  }));
  return {
    sku: product.sku,
    name: version.name,
    categoryKey: version.categoryKey,
    price: Math.min(version.price, product.loweredPrice ?? version.price),
    stock: variants.reduce((sum, variant) => sum + (variant.stock ?? 0), 0),
    origin: { text: version.originText, kind: version.originKind, country: version.originCountry },
    maker: version.maker,
    description: version.description,
    tax: version.tax,
    shippingFee: version.shippingFee ?? store.shippingFee,
    kcNumber: version.kcNumber,
    tags: version.tags,
    notice: version.notice as ProductFacts["notice"],
    mallFields: version.mallFields as ProductFacts["mallFields"],
    variants,
    photos: version.photos.map(({ original, edits: stored }) => {
      const edits = storedEdits(stored);
      const measures = original.measures as PhotoMeasures | null;
      return { sha256: original.sha256, edits, ...editedSize(original, edits), measures };
    }),
    detailTemplate: product.detailTemplate,
    store: {
      name: store.name,
      kind: store.kind,
      ownerName: store.ownerName,
      businessNumber: store.businessNumber,
      mailOrderNumber: store.mailOrderNumber,
      phone: store.phone,
      postcode: store.postcode,
      address: store.address,
      story: store.story,
      returnFee: store.returnFee,
      exchangeFee: store.exchangeFee,
    },
  };
}
