import { randomUUID } from "node:crypto";
import type { Prisma, Transaction } from "#app/services/database/database.ts";
import { insertRows } from "#app/services/database/insert-rows.ts";
import type { Actor } from "../account/actor.ts";
import { recordAuditLines } from "../audit/record.ts";
import { type MendedPart, sendMended } from "../listing/send-mended.ts";
import { updateListings } from "../listing/update-listings.ts";
import { followInOwnShops } from "../own-shop/follow-in-own-shops.ts";
import { editsRecipe, noEdits, storedEdits } from "../picture/photo-edits.ts";
import { type ContentPhoto, contentHash, type ProductContent } from "./product-content.ts";
import type { VariantFacts } from "./product-facts.ts";
import { type TypedBy, typedByOthers } from "./typed-by.ts";

/** `sold_on`: only stock or a lower price changed on a submitted product, and took effect at once. */
export type SaveOutcome = "created" | "draft_changed" | "next_version" | "sold_on" | "unchanged";

export interface SavedProduct {
  sku: string;
  outcome: SaveOutcome;
  /** The version that now holds the content. */
  versionId: string;
}

/** Drafts are changed in place, so of two versions the earlier one is the one on sale. */
const latestInclude = {
  versions: {
    orderBy: { number: "desc" },
    take: 2,
    include: { variants: true, photos: { orderBy: { position: "asc" } } },
  },
} satisfies Prisma.ProductInclude;

type StoredProduct = Prisma.ProductGetPayload<{ include: typeof latestInclude }>;
type StoredVersion = StoredProduct["versions"][number];

interface Planned extends SavedProduct {
  productId: string;
  versionBefore?: string;
  /** Set when rows are to be written: a whole version, or a draft's new content. */
  write?: { number: number; content: ProductContent; replaces: boolean; after?: StoredVersion };
  /** Set when a submitted product sells on with other stock or a lower price. */
  sellOn?: Pick<ProductContent, "price" | "variants">;
}

/**
 * Saves a store's products, matched by the merchant's code; each code must occur once. A draft is changed in place. Once
 * submitted, stock and a lower price take effect at once and anything else makes a next version. The same content
 * again changes nothing.
 */
export async function saveProducts(
  transaction: Transaction,
  actor: Actor,
  storeId: string,
  contents: ProductContent[],
): Promise<SavedProduct[]> {
  const plans = await foreseeProducts(transaction, storeId, contents);

  await insertRows(
    transaction,
    "product",
    plans
      .filter(({ outcome }) => outcome === "created")
      .map(({ productId, sku }) => ({ id: productId, store_id: storeId, sku })),
  );
  const replaced = plans.filter(({ write }) => write?.replaces).map(({ versionId }) => versionId);
  if (replaced.length > 0) {
    await transaction.productVersion.deleteMany({ where: { id: { in: replaced }, pinnedAt: null } });
  }
  await writeVersions(transaction, actor, plans);
  const changed = new Map<string, MendedPart[]>();
  for (const { productId, sellOn } of plans) {
    if (sellOn) changed.set(productId, await sellOnWith(transaction, productId, sellOn));
  }
  await updateListings(transaction, [...changed.keys()]);
  await sendMended(transaction, actor, changed);

  await followInOwnShops(
    transaction,
    actor,
    plans.filter(({ write }) => write && write.number > 1).map(({ productId }) => productId),
  );

  const batchId = randomUUID();
  await recordAuditLines(
    transaction,
    actor,
    plans
      .filter(({ outcome }) => outcome !== "unchanged")
      .map(({ outcome, productId, versionBefore, versionId }) => ({
        action: "save-products",
        subject: { kind: "product", id: productId },
        versionBefore,
        versionAfter: versionId,
        batchId,
        details: { outcome },
      })),
  );
  return plans.map(({ sku, outcome, versionId }) => ({ sku, outcome, versionId }));
}

/** What `saveProducts` would do, without doing it. */
export async function foreseeProducts(
  transaction: Transaction,
  storeId: string,
  contents: ProductContent[],
): Promise<Planned[]> {
  const stored = await transaction.product.findMany({
    where: { storeId, sku: { in: contents.map(({ sku }) => sku) } },
    include: latestInclude,
  });
  const bySku = new Map(stored.map((product) => [product.sku, product]));
  return contents.map((content) => plan(content, bySku.get(content.sku)));
}

function plan(content: ProductContent, product: StoredProduct | undefined): Planned {
  const { sku } = content;
  const [latest, earlier] = product?.versions ?? [];
  if (!product || !latest) {
    const write = { number: 1, content, replaces: false };
    return { sku, outcome: "created", productId: product?.id ?? randomUUID(), versionId: randomUUID(), write };
  }
  const whole = { ...content, photos: photosAfter(content.photos, latest) };
  const hash = contentHash(whole);
  const known = { sku, productId: product.id, versionId: latest.id, versionBefore: latest.id };
  const sameContent = hash === latest.contentHash;
  const sameStock = stocksAgree(latest, content.variants);

  if (latest.pinnedAt === null) {
    if (sameContent && sameStock && content.price === latest.price) return { ...known, outcome: "unchanged" };
    const write = { number: latest.number, content: whole, replaces: true, after: latest };
    return { ...known, outcome: "draft_changed", write, sellOn: earlier && content };
  }
  const price = latest.loweredPrice ?? latest.price;
  if (sameContent && sameStock && content.price === price) return { ...known, outcome: "unchanged" };
  if (sameContent && content.price <= price) return { ...known, outcome: "sold_on", sellOn: content };
  const write = { number: latest.number + 1, content: whole, replaces: false, after: latest };
  return { ...known, outcome: "next_version", versionId: randomUUID(), write, sellOn: content };
}

/** A photo the product had keeps what was done to it and said of it, unless that is said anew. */
function photosAfter(photos: ContentPhoto[] | null, latest: StoredVersion): ContentPhoto[] {
  const had = latest.photos.map(({ sha256, fileName, edits, caption }) => ({
    ...{ sha256, fileName, edits: storedEdits(edits), caption },
  }));
  const before = new Map(had.map((photo) => [photo.sha256, photo]));
  return (photos ?? had).map((photo) => {
    const known = before.get(photo.sha256);
    return {
      ...photo,
      edits: photo.edits ?? known?.edits ?? noEdits,
      caption: photo.caption ?? known?.caption ?? "",
    };
  });
}

function stocksAgree(version: StoredVersion, variants: VariantFacts[]): boolean {
  const stocks = new Map(version.variants.map(({ key, stock }) => [key, stock]));
  return variants.every(({ key, stock }) => stocks.get(key) === stock);
}

/** What its saver left as somebody else had typed it. */
function typedBy(content: ProductContent, after: StoredVersion | undefined, saverId: string | null): TypedBy {
  if (!after) return {};
  const said = { ...content, originText: content.origin.text, photos: content.photos ?? [] };
  const notice = after.notice as ProductContent["notice"];
  const mallFields = after.mallFields as ProductContent["mallFields"];
  const { createdById } = after;
  const earlier = { said: { ...after, notice, mallFields }, createdById, typedBy: after.typedBy as TypedBy };
  return typedByOthers(earlier, said, saverId);
}

async function writeVersions(transaction: Transaction, actor: Actor, plans: Planned[]): Promise<void> {
  const saverId = actor.kind === "person" ? actor.accountId : null;
  const written = plans.flatMap(({ productId, versionId, write }) =>
    write ? [{ productId, versionId, ...write }] : [],
  );
  await insertRows(
    transaction,
    "product_version",
    written.map(({ productId, versionId, number, content, after }) => ({
      id: versionId,
      product_id: productId,
      number,
      name: content.name,
      category_key: content.categoryKey,
      price: content.price,
      origin_text: content.origin.text,
      origin_kind: content.origin.kind,
      origin_country: content.origin.country,
      maker: content.maker,
      description: content.description,
      tax: content.tax,
      shipping_fee: content.shippingFee,
      kc_number: content.kcNumber,
      tags: content.tags,
      notice: content.notice,
      mall_fields: content.mallFields,
      content_hash: contentHash(content),
      created_by_id: saverId,
      typed_by: typedBy(content, after, saverId),
    })),
  );
  await insertRows(
    transaction,
    "product_variant",
    written.flatMap(({ versionId, content }) =>
      content.variants.map(({ key, options, priceDelta, stock }, position) => ({
        version_id: versionId,
        key,
        position,
        options,
        price_delta: priceDelta,
        stock,
      })),
    ),
  );
  await insertRows(
    transaction,
    "product_photo",
    written.flatMap(({ versionId, content }) =>
      (content.photos ?? []).map(({ sha256, fileName, edits, caption = "" }, position) => ({
        version_id: versionId,
        position,
        sha256,
        file_name: fileName,
        edits: editsRecipe(edits ?? noEdits),
        caption,
      })),
    ),
  );
}

/**
 * Stock and a lower price reach what is on sale at once; the curator sees the rest first. A mall may sell an earlier version than
 * the store's own shop: what is there to sell, and for how much at most, is the same. Gives what is another now.
 */
async function sellOnWith(
  transaction: Transaction,
  productId: string,
  { variants, price }: NonNullable<Planned["sellOn"]>,
): Promise<MendedPart[]> {
  const version = { productId, pinnedAt: { not: null } };
  const dearer = { price: { gt: price }, OR: [{ loweredPrice: null }, { loweredPrice: { gt: price } }] };
  const lowered = await transaction.productVersion.updateMany({
    where: { ...version, ...dearer },
    data: { loweredPrice: price },
  });
  let restocked = 0;
  for (const { key, stock } of variants) {
    const { count } = await transaction.productVariant.updateMany({
      where: { version, key, ...otherThan(stock) },
      data: { stock },
    });
    restocked += count;
  }
  return [...(lowered.count > 0 ? (["price"] as const) : []), ...(restocked > 0 ? (["stock"] as const) : [])];
}

/** A comparison alone leaves out those that have none. */
function otherThan(stock: number | null): Prisma.ProductVariantWhereInput {
  return stock === null ? { stock: { not: null } } : { OR: [{ stock: null }, { stock: { not: stock } }] };
}
