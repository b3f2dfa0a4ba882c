import { z } from "zod";
import type { Database, Prisma } from "#app/services/database/database.ts";
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
  /** Part of the name; empty finds all. */
  word: string;
  /** The last store of the page before. */
  after: { name: string; id: string } | null;
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
  /** Of all pages. */
  total: number;
  /** `after` of the next page; null on the last. */
  next: string | null;
}

const pageSize = 24;

const text = z
  .string()
  .transform((typed) => typed.normalize("NFC").replaceAll("\0", "").trim().slice(0, 50))
  .catch("");
const cursor = z.tuple([z.string(), z.uuid()]);

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

/** Approved stores by name, a page at a time. */
export async function listStores(
  database: Database,
  { district, kind, word, after }: StoreFilter,
  now = new Date(),
): Promise<StoreList> {
  const where: Prisma.StoreWhereInput = {
    state: "approved",
    ...(district === null ? {} : { districtCode: district }),
    ...(kind === null ? {} : { kind }),
    ...(word === "" ? {} : { name: { contains: escapeWildcards(word), mode: "insensitive" } }),
  };
  const beyond: Prisma.StoreWhereInput = after
    ? { OR: [{ name: { gt: after.name } }, { name: after.name, id: { gt: after.id } }] }
    : {};
  const [total, found] = await Promise.all([
    database.store.count({ where }),
    database.store.findMany({
      where: { AND: [where, beyond] },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: pageSize + 1,
      include: {
        district: true,
        market: { select: { name: true } },
        designations: { where: validOn(now), select: { id: true }, take: 1 },
        ...receivesVisitorsInclude,
      },
    }),
  ]);
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  const photos = shown.map(({ photoSha256 }) => (photoSha256 === null ? null : unedited(photoSha256)));
  const pictureOf = await loadWebPictures(database, photos);
  return {
    total,
    next: last && found.length > pageSize ? writeCursor(last) : null,
    stores: shown.map((store, index) => ({
      slug: store.slug,
      name: store.name,
      kind: store.kind,
      district: { ko: store.district.nameKo, en: store.district.nameEn },
      market: store.market?.name ?? null,
      visitable: receivesVisitors(store),
      foundedYear: store.foundedYear,
      designated: store.designations.length > 0,
      picture: pictureOf(photos[index] ?? null),
    })),
  };
}

/** Prisma hands `contains` to LIKE as it is. */
function escapeWildcards(word: string): string {
  return word.replace(/[\\%_]/g, "\\$&");
}

function writeCursor({ name, id }: { name: string; id: string }): string {
  return Buffer.from(JSON.stringify([name, id])).toString("base64url");
}

function readCursor(given: string | null): StoreFilter["after"] {
  if (given === null) return null;
  try {
    const [name, id] = cursor.parse(JSON.parse(Buffer.from(given, "base64url").toString()));
    return name.includes("\0") ? null : { name, id };
  } catch {
    return null;
  }
}
