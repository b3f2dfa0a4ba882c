import { z } from "zod";
import type { Database, Prisma } from "#app/services/database/database.ts";
import type { SearchIndex } from "#app/services/search/search-index.ts";
import { loadWebPictures, type WebPicture } from "../picture/load-web-pictures.ts";
import { unedited } from "../picture/photo-edits.ts";
import { type StoreKind, storeKinds } from "../product/product-facts.ts";
import { validOn } from "./designation.ts";
import { districts } from "./districts.ts";
import { receivesVisitors, receivesVisitorsInclude } from "./receives-visitors.ts";

export interface StoreFilter {
  /** Code of the district. */
  district: string | null;
  kind: StoreKind | null;
  /** What is asked for: a name, a market, goods; empty finds all. */
  word: string;
  /** The last store of the page before; of an answer to a question, how many were shown. */
  after: { name: string; id: string } | { shown: number } | null;
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
  picture: WebPicture | null;
}

export interface StoreList {
  stores: StoreCard[];
  /** Of all pages; of an answer to a question at most `mostHits`. */
  total: number;
  /** `after` of the next page; null on the last. */
  next: string | null;
  /** What was looked for in place of the question, which finds nothing itself. */
  meant: string | null;
}

const pageSize = 24;
/** Whoever has seen so many will rather ask otherwise. */
export const mostHits = 240;

const text = z
  .string()
  .transform((typed) => typed.normalize("NFC").replaceAll("\0", "").trim().slice(0, 50))
  .catch("");
const cursor = z.union([z.tuple([z.string(), z.uuid()]), z.tuple([z.int().min(0).max(mostHits)])]);

/** What an address asks for; what makes no sense in it is left out. */
export function readStoreFilter(query: URLSearchParams): StoreFilter {
  const district = query.get("district");
  const kind = query.get("kind");
  return {
    district: districts.some(({ code }) => code === district) ? district : null,
    kind: storeKinds.find((known) => known === kind) ?? null,
    word: text.parse(query.get("word")),
    after: readCursor(query.get("after")),
  };
}

/** Approved stores, a page at a time: by name, or those that answer the question, best first. */
export async function listStores(
  database: Database,
  search: SearchIndex,
  filter: StoreFilter,
  now = new Date(),
): Promise<StoreList> {
  return filter.word === "" ? listAll(database, filter, now) : listAnswers(database, search, filter, now);
}

async function listAll(database: Database, { district, kind, after }: StoreFilter, now: Date): Promise<StoreList> {
  const where: Prisma.StoreWhereInput = {
    state: "approved",
    ...(district === null ? {} : { districtCode: district }),
    ...(kind === null ? {} : { kind }),
  };
  const beyond: Prisma.StoreWhereInput =
    after && "name" in after ? { OR: [{ name: { gt: after.name } }, { name: after.name, id: { gt: after.id } }] } : {};
  const [total, found] = await Promise.all([
    database.store.count({ where }),
    database.store.findMany({
      where: { AND: [where, beyond] },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: pageSize + 1,
      include: cardInclude(now),
    }),
  ]);
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    total,
    next: last && found.length > pageSize ? writeCursor([last.name, last.id]) : null,
    meant: null,
    stores: await cardsOf(database, shown),
  };
}

async function listAnswers(
  database: Database,
  search: SearchIndex,
  { district, kind, word, after }: StoreFilter,
  now: Date,
): Promise<StoreList> {
  const { hits, meant } = await search.find({
    kind: "store",
    text: word,
    filter: {
      isPublic: true,
      ...(district === null ? {} : { districtCode: district }),
      ...(kind === null ? {} : { storeKind: kind }),
    },
    limit: mostHits,
  });
  const from = after && "shown" in after ? after.shown : 0;
  const ids = hits.slice(from, from + pageSize).map(({ id }) => id);
  // The index may be a moment behind: a store that has closed since is not shown.
  const found = await database.store.findMany({
    where: { id: { in: ids }, state: "approved" },
    include: cardInclude(now),
  });
  const byId = new Map(found.map((store) => [store.id, store]));
  const shown = ids.flatMap((id) => byId.get(id) ?? []);
  return {
    total: hits.length,
    next: hits.length > from + pageSize ? writeCursor([from + pageSize]) : null,
    meant,
    stores: await cardsOf(database, shown),
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

async function cardsOf(database: Database, stores: readonly CardRecord[]): Promise<StoreCard[]> {
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
    picture: pictureOf(photos[index] ?? null),
  }));
}

function writeCursor(place: z.infer<typeof cursor>): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

function readCursor(given: string | null): StoreFilter["after"] {
  if (given === null) return null;
  try {
    const place = cursor.parse(JSON.parse(Buffer.from(given, "base64url").toString()));
    if (place.length === 1) return { shown: place[0] };
    const [name, id] = place;
    return name.includes("\0") ? null : { name, id };
  } catch {
    return null;
  }
}
