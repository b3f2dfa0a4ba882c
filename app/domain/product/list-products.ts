import { type Database, Prisma } from "#app/services/database/database.ts";
import type { ListingState } from "#app/services/database/generated/enums.ts";
import type { Issue } from "../issue/issue.ts";
import { fromStored } from "../issue/stored-issues.ts";
import { toldState } from "../listing/states.ts";
import { type EditedPhoto, storedPhoto } from "../picture/photo-edits.ts";
import { type ReserveStanding, readReserve, withReserve } from "./reserve-standing.ts";
import { readStage, stagedProducts } from "./staged-products.ts";
import { type ProductStage, productStages } from "./stages.ts";

export interface ListedProduct {
  id: string;
  sku: string;
  name: string;
  /** Won, as it is asked for now. */
  price: number;
  /** The main one. */
  photo: EditedPhoto | null;
  stage: ProductStage;
  /** Of the latest season it was sent to. */
  reserve: ReserveStanding | null;
  listings: { mall: string; state: ListingState; pageUrl: string | null; issues: Issue[] }[];
}

const pageSize = 30;

export interface ProductFilter {
  storeId: string;
  stage?: ProductStage | undefined;
  /** Part of the name or the code, whatever its case and spaces; empty finds all. */
  word?: string | undefined;
}

/**
 * A store's products, the newest first and those of one upload by their codes, each as its latest version says it.
 * @param after the last product's id of the page before
 */
export async function listProducts(
  database: Database,
  { storeId, stage, word, after }: ProductFilter & { after?: string | undefined },
): Promise<{ products: ListedProduct[]; next: string | null }> {
  const ofStage = stage
    ? Prisma.sql`AND staged.facts = ANY(${await findFacts(database, storeId, stage)})`
    : Prisma.empty;
  const behind = after
    ? Prisma.sql`AND EXISTS (SELECT 1 FROM staged AS last WHERE last."id" = ${after}::uuid AND
        (staged."created_at" < last."created_at" OR
         (staged."created_at" = last."created_at" AND staged."sku" > last."sku")))`
    : Prisma.empty;
  const rows = await database.$queryRaw<{ id: string; facts: string }[]>`
    WITH ${stagedProducts(storeId)}
    SELECT staged."id", staged.facts FROM staged
    WHERE ${sayingWord(word)} ${ofStage} ${behind}
    ORDER BY staged."created_at" DESC, staged."sku" LIMIT ${pageSize + 1}`;
  const page = rows.slice(0, pageSize).map(({ id, facts }) => ({ id, stage: readStage(facts) }));
  const products = await loadListed(database, page);
  return { products, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null };
}

async function loadListed(database: Database, page: { id: string; stage: ProductStage }[]): Promise<ListedProduct[]> {
  const stored = await database.product.findMany({
    where: { id: { in: page.map(({ id }) => id) } },
    include: {
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        include: { photos: { orderBy: { position: "asc" }, take: 1 } },
      },
      listings: { orderBy: { channelKey: "asc" } },
      submissions: { orderBy: { season: { year: "desc" } }, take: 1, include: withReserve },
    },
  });
  const byId = new Map(stored.map((product) => [product.id, product]));
  return page.flatMap(({ id, stage }) => {
    const product = byId.get(id);
    const version = product?.versions[0];
    if (!product || !version) return [];
    const { sku } = product;
    const listings = product.listings.map((listing) => ({
      mall: listing.channelKey,
      state: toldState(listing),
      pageUrl: listing.pageUrl,
      issues: fromStored(listing.issues),
    }));
    const [submission] = product.submissions;
    return [
      {
        ...{ id, sku, name: version.name, price: version.loweredPrice ?? version.price },
        ...{ photo: storedPhoto(version.photos[0]), stage, listings },
        reserve: submission ? readReserve(submission) : null,
      },
    ];
  });
}

/** As it was said last. */
function sayingWord(word = ""): Prisma.Sql {
  const part = word
    .normalize("NFC")
    .replaceAll("\0", "")
    .replace(/\s/g, "")
    .replace(/[\\%_]/g, "\\$&");
  if (part === "") return Prisma.sql`true`;
  return Prisma.sql`concat(staged."sku", chr(10), (
      SELECT regexp_replace("name", '\\s', '', 'g') FROM "product_version"
      WHERE "product_id" = staged."id" ORDER BY "number" DESC LIMIT 1
    )) ILIKE ${`%${part}%`}`;
}

/** How many of the products found are at each stage. */
export async function countStages(
  database: Database,
  { storeId, word }: Omit<ProductFilter, "stage">,
): Promise<Record<ProductStage, number>> {
  const rows = await database.$queryRaw<{ facts: string; count: number }[]>`
    WITH ${stagedProducts(storeId)} SELECT facts, count(*)::int AS count FROM staged
    WHERE ${sayingWord(word)} GROUP BY facts`;
  const counts = Object.fromEntries(productStages.map((stage) => [stage, 0])) as Record<ProductStage, number>;
  for (const { facts, count } of rows) counts[readStage(facts)] += count;
  return counts;
}

async function findFacts(database: Database, storeId: string, stage: ProductStage): Promise<string[]> {
  const rows = await database.$queryRaw<{ facts: string }[]>`
    WITH ${stagedProducts(storeId)} SELECT DISTINCT facts FROM staged`;
  return rows.map(({ facts }) => facts).filter((facts) => readStage(facts) === stage);
}
