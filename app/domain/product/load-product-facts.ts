import type { Database, Prisma, Transaction } from "#app/services/database/database.ts";
import type { DetailTemplate } from "../detail-page/templates.ts";
import { editedSize, storedEdits } from "../picture/photo-edits.ts";
import type { PhotoMeasures } from "../picture/photo-measures.ts";
import { findCurrentSeason } from "../season/find-current-season.ts";
import { validOn } from "../store/designation.ts";
import type { ProductFacts, VariantFacts } from "./product-facts.ts";

const factsInclude = (now: Date) =>
  ({
    variants: { orderBy: { position: "asc" } },
    photos: { orderBy: { position: "asc" }, include: { original: true } },
    product: {
      include: {
        store: {
          include: {
            district: { select: { nameKo: true } },
            market: { select: { name: true } },
            designations: { where: validOn(now), orderBy: { validTo: "desc" }, take: 1 },
          },
        },
      },
    },
  }) satisfies Prisma.ProductVersionInclude;

type StoredVersion = Prisma.ProductVersionGetPayload<{ include: ReturnType<typeof factsInclude> }>;

/** Versions in one query: PostgreSQL takes 65,535 parameters, and a store's catalog may have 50,000 products. */
const chunkSize = 5_000;

/** The frozen facts of versions, by version id; an id that does not exist is simply not in the map. */
export async function loadProductFacts(
  database: Database | Transaction,
  versionIds: string[],
): Promise<Map<string, ProductFacts>> {
  const facts = new Map<string, ProductFacts>();
  const season = await findCurrentSeason(database);
  for (let start = 0; start < versionIds.length; start += chunkSize) {
    const chunk = versionIds.slice(start, start + chunkSize);
    const versions = await database.productVersion.findMany({
      where: { id: { in: chunk } },
      include: factsInclude(new Date()),
    });
    for (const version of versions) {
      facts.set(version.id, factsOf(version, season?.detailTemplate ?? null));
    }
  }
  return facts;
}

function factsOf(version: StoredVersion, usualTemplate: DetailTemplate | null): ProductFacts {
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
    photos: version.photos.map(({ original, edits: stored, caption }) => {
      const edits = storedEdits(stored);
      const measures = original.measures as PhotoMeasures | null;
      return { sha256: original.sha256, edits, ...editedSize(original, edits), measures, caption };
    }),
    detailTemplate: product.detailTemplate ?? usualTemplate,
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
      place: [`서울 ${store.district.nameKo}`, ...(store.market ? [store.market.name] : [])],
      foundedYear: store.foundedYear,
      designatedUntil: store.designations[0]?.validTo.toISOString().slice(0, 10) ?? null,
      returnFee: store.returnFee,
      exchangeFee: store.exchangeFee,
    },
  };
}
