import { z } from "zod";
import type { Database, Prisma } from "#app/services/database/database.ts";
import type { BrowsableIndex, FacetQuestion, SearchFacets } from "#app/services/search/search-index.ts";
import { loadWebPictures, type WebPicture } from "../picture/load-web-pictures.ts";
import { unedited } from "../picture/photo-edits.ts";
import { type StoreKind, storeKinds } from "../product/product-facts.ts";
import { type CategoryFacet, nameCategories } from "../search/name-categories.ts";
import { type PageCursor, readCategory, readCursor, readPage, readWord } from "../search/read-page.ts";
import { dayInSeoul, validOn } from "./designation.ts";
import { districts } from "./districts.ts";
import { isOpenAt, minuteOfWeek, readOpeningHours, slotAt } from "./opening-hours.ts";
import { receivesVisitors, receivesVisitorsInclude } from "./receives-visitors.ts";

export interface StoreFilter {
  /** Code of the district. */
  district: string | null;
  kind: StoreKind | null;
  /** Id of the market. */
  market: string | null;
  /** Key of a category that it has a chosen product in. */
  category: string | null;
  /** Only those open now, as far as their hours can be read. */
  open: boolean;
  visitable: boolean;
  /** Only those whose designation as a 백년가게 holds. */
  designated: boolean;
  /** What is asked for: a name, a market, goods; empty finds all. */
  word: string;
  /** Of a list without a question; answers come best first. */
  order: "name" | "oldest";
  after: PageCursor | null;
}

export interface StoreCard {
  slug: string;
  name: string;
  kind: StoreKind;
  district: { ko: string; en: string };
  market: string | null;
  visitable: boolean;
  foundedYear: number | null;
  /** Designated as a 백년가게, and today still is. */
  designated: boolean;
  /** Null: its hours cannot be read. */
  open: boolean | null;
  picture: WebPicture | null;
}

export interface StoreList {
  stores: StoreCard[];
  /** Of all pages. */
  total: number;
  /** There are even more. */
  more: boolean;
  /** `after` of the next page; null on the last. */
  next: string | null;
  /** What was looked for in place of the question, which finds nothing itself. */
  meant: string | null;
  facets: StoreFacets;
}

/** Of each choice, how many stores it would leave; choices that would leave none are absent. */
export interface StoreFacets {
  /** False: too many answer the question, and the numbers are as without it. */
  counted: boolean;
  districts: Record<string, number>;
  kinds: Partial<Record<StoreKind, number>>;
  categories: CategoryFacet[];
  markets: { id: string; name: string; count: number }[];
  open: number;
  visitable: number;
  designated: number;
}

/** What an address asks for; what makes no sense in it is left out. */
export function readStoreFilter(query: URLSearchParams): StoreFilter {
  const district = query.get("district");
  const kind = query.get("kind");
  const order = query.get("order") === "oldest" ? "oldest" : "name";
  return {
    district: districts.some(({ code }) => code === district) ? district : null,
    kind: storeKinds.find((known) => known === kind) ?? null,
    market: z.uuid().safeParse(query.get("market")).data ?? null,
    category: readCategory(query),
    open: query.get("open") === "yes",
    visitable: query.get("visitable") === "yes",
    designated: query.get("designated") === "yes",
    word: readWord(query),
    order,
    after: readCursor(query, order),
  };
}

/** Approved stores, a page at a time: in their order, or those that answer the question, best first. */
export async function listStores(
  database: Database,
  search: BrowsableIndex,
  filter: StoreFilter,
  now = new Date(),
): Promise<StoreList> {
  const within = searchFilterOf(filter, now);
  const { word, order, after } = filter;
  const [{ ids, next, meant }, counts] = await Promise.all([
    readPage(search, { kind: "store", word, filter: within, order, after }),
    search.count({ kind: "store", text: word, filter: within, openSlot: slotAt(now), badgeOn: dayInSeoul(now) }),
  ]);
  const [stores, facets] = await Promise.all([loadCards(database, ids, now), nameFacets(database, counts)]);
  const { total, more } = counts;
  return { stores, facets, total, more, next, meant };
}

/** In the order of `ids`. The index may be a moment behind: a store that has closed since is not shown. */
async function loadCards(database: Database, ids: readonly string[], now: Date): Promise<StoreCard[]> {
  const found = await database.store.findMany({
    where: { id: { in: [...ids] }, state: "approved" },
    include: cardInclude(now),
  });
  const byId = new Map(found.map((store) => [store.id, store]));
  return cardsOf(
    database,
    ids.flatMap((id) => byId.get(id) ?? []),
    now,
  );
}

function searchFilterOf(filter: StoreFilter, now: Date): FacetQuestion["filter"] {
  return {
    isPublic: true,
    ...(filter.district !== null && { districtCode: filter.district }),
    ...(filter.kind !== null && { storeKind: filter.kind }),
    ...(filter.market !== null && { marketId: filter.market }),
    ...(filter.category !== null && { categoryKey: filter.category }),
    ...(filter.open && { openSlot: slotAt(now) }),
    ...(filter.visitable && { visitable: true as const }),
    ...(filter.designated && { badgeOn: dayInSeoul(now) }),
  };
}

async function nameFacets(database: Database, counts: SearchFacets): Promise<StoreFacets> {
  const [categories, markets] = await Promise.all([
    nameCategories(database, counts.categoryKey),
    database.market.findMany({
      where: { id: { in: Object.keys(counts.marketId) } },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    }),
  ]);
  return {
    counted: counts.counted,
    districts: counts.districtCode,
    kinds: counts.storeKind,
    categories,
    markets: markets.map(({ id, name }) => ({ id, name, count: counts.marketId[id] ?? 0 })),
    open: counts.openSlot,
    visitable: counts.visitable,
    designated: counts.badgeOn,
  };
}

const cardInclude = (now: Date) =>
  ({
    district: true,
    market: { select: { name: true } },
    designations: { where: validOn(now), select: { id: true }, take: 1 },
    ...receivesVisitorsInclude,
  }) satisfies Prisma.StoreInclude;

type CardRecord = Prisma.StoreGetPayload<{ include: ReturnType<typeof cardInclude> }>;

async function cardsOf(database: Database, stores: readonly CardRecord[], now: Date): Promise<StoreCard[]> {
  const minute = minuteOfWeek(now);
  const photos = stores.map(({ photoSha256 }) => (photoSha256 === null ? null : unedited(photoSha256)));
  const pictureOf = await loadWebPictures(database, photos);
  return stores.map((store, index) => ({
    slug: store.slug,
    name: store.name,
    kind: store.kind,
    district: { ko: store.district.nameKo, en: store.district.nameEn },
    market: store.market?.name ?? null,
    visitable: receivesVisitors(store),
    foundedYear: store.foundedYear,
    designated: store.designations.length > 0,
    open: isOpen(store.hours, minute),
    picture: pictureOf(photos[index] ?? null),
  }));
}

function isOpen(line: string, minute: number): boolean | null {
  const hours = readOpeningHours(line);
  return hours && isOpenAt(hours, minute);
}
