import { createHash } from "node:crypto";
import type { ProductContent } from "#app/domain/product/product-content.ts";
import type { MallRules } from "#app/domain/product/readiness.ts";
import { saveProducts } from "#app/domain/product/save-products.ts";
import { submitProducts } from "#app/domain/season/submit-products.ts";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { giveWord } from "#prisma/seed/give-word.ts";

/** A mall that takes everything, and one that wants domestic goods only. */
export const twoMalls: MallRules[] = [
  { key: "naver", check: () => [], bindings: new Map() },
  {
    key: "gachi-sapsida",
    check: (product) =>
      product.origin.kind === "domestic"
        ? []
        : [{ code: "origin.not_domestic", severity: "error", path: { field: "origin" }, params: {} }],
    bindings: new Map(),
  },
];

/** The same, as the registry has them. */
export const twoChecks = Object.fromEntries(twoMalls.map((mall) => [mall.key, mall]));

export async function openSeason(database: Database, { places = 100 }: { places?: number } = {}) {
  const merchant = await database.account.create({
    data: { role: "merchant", name: "김상인", phone: "+821012345678" },
  });
  const curator = await database.account.create({ data: { role: "curator", name: "이심사", email: "c@example.com" } });
  await database.category.create({ data: { key: "ETC", nameKo: "기타 재화", noticeType: "ETC", kcRule: "none" } });
  for (const { key } of twoMalls) {
    await database.channel.create({ data: { key, nameKo: key, feeBasisPoints: 300, settlementDays: 10 } });
  }
  const store = await database.store.create({
    data: {
      slug: "store",
      kind: "craft",
      state: "approved",
      name: "공방",
      ownerName: "김상인",
      businessNumber: "1248100998",
      phone: "02-123-4567",
      postcode: "04018",
      address: "서울특별시 마포구",
      districtCode: "11440",
      members: { create: { accountId: merchant.id } },
    },
  });
  const actor = { kind: "person" as const, accountId: merchant.id, role: "merchant" as const };
  await giveWord(database, actor, store.id);
  const season = await database.season.create({ data: { year: 2026, name: "2026", places, state: "intake" } });
  return {
    merchant: actor,
    curator: { kind: "person" as const, accountId: curator.id, role: "curator" as const },
    storeId: store.id,
    seasonId: season.id,
  };
}

export type OpenSeason = Awaited<ReturnType<typeof openSeason>>;

export function content(sku: string, over: Partial<ProductContent> = {}): ProductContent {
  return {
    sku,
    name: `나무 도마 ${sku}`,
    categoryKey: "ETC",
    price: 12_000,
    origin: { text: "국내산", kind: "domestic", country: null },
    maker: "공방",
    description: "",
    tax: "taxable",
    kcNumber: null,
    tags: [],
    notice: {},
    mallFields: {},
    shippingFee: null,
    variants: [{ key: "", options: [], priceDelta: 0, stock: 10 }],
    photos: null,
    ...over,
  };
}

export async function addPhoto(database: Database, name: string): Promise<{ sha256: string; fileName: string }> {
  const sha256 = createHash("sha256").update(name).digest("hex");
  await database.original.create({ data: { sha256, bytes: 1, mediaType: "image/jpeg", width: 1000, height: 1000 } });
  return { sha256, fileName: name };
}

export async function save(database: Database, { merchant, storeId }: OpenSeason, contents: ProductContent[]) {
  return inTransaction(database, (transaction) => saveProducts(transaction, merchant, storeId, contents));
}

/** Saves and submits; gives the submissions in the order of the codes. */
export async function submit(database: Database, season: OpenSeason, contents: ProductContent[]): Promise<string[]> {
  await save(database, season, contents);
  const products = await database.product.findMany({ where: { sku: { in: contents.map(({ sku }) => sku) } } });
  const { seasonId, storeId, merchant } = season;
  const productIds = products.map(({ id }) => id);
  const outcome = await submitProducts(database, merchant, { seasonId, storeId, productIds });
  if (!outcome.ok) throw new Error(outcome.issues[0]?.code);
  const submissions = await database.submission.findMany({
    where: { productId: { in: productIds } },
    include: { product: true },
  });
  return submissions.sort((a, b) => (a.product.sku < b.product.sku ? -1 : 1)).map(({ id }) => id);
}
