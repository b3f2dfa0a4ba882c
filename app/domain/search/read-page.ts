import { z } from "zod";
import type { SearchKind } from "#app/services/database/generated/enums.ts";
import type { BrowsableIndex, BrowsedEntry, SearchFilter, SearchOrder } from "#app/services/search/search-index.ts";

/** The last entry of the page before; of an answer to a question, how many were shown. */
export type PageCursor = BrowsedEntry | { shown: number };

export interface PageQuestion {
  kind: SearchKind;
  /** What is asked for; empty finds all. */
  word: string;
  filter: SearchFilter;
  /** Of a list without a question; answers come best first. */
  order: SearchOrder;
  after: PageCursor | null;
}

export interface FoundPage {
  ids: string[];
  /** `after` of the next page; null on the last. */
  next: string | null;
  /** What was looked for in place of the question, which finds nothing itself. */
  meant: string | null;
}

export const pageSize = 24;
/** Whoever has seen so many will rather ask otherwise. */
export const mostHits = 240;

/** Marks that turn the direction of what follows them, also of our own words around a question. */
const turning = /[\0\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const word = z
  .string()
  .transform((typed) => [...typed.normalize("NFC").replace(turning, "").trim()].slice(0, 50).join(""))
  .catch("");
const key = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const value = z.union([
  z.string().refine((one) => !one.includes("\0")),
  z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  z.null(),
]);
const cursor = z.union([z.tuple([value, z.uuid()]), z.tuple([z.int().min(0).max(mostHits)])]);

/** What is asked for in an address. */
export function readWord(query: URLSearchParams): string {
  return word.parse(query.get("word"));
}

/** The key of a category in an address; null when none is well-formed. */
export function readCategory(query: URLSearchParams): string | null {
  return key.safeParse(query.get("category")).data ?? null;
}

export function readCursor(query: URLSearchParams, order: SearchOrder): PageCursor | null {
  const given = query.get("after");
  if (given === null) return null;
  try {
    const place = cursor.parse(JSON.parse(Buffer.from(given, "base64url").toString()));
    if (place.length === 1) return { shown: place[0] };
    const [value, id] = place;
    return value === null || typeof value === (order === "name" ? "string" : "number") ? { value, id } : null;
  } catch {
    return null;
  }
}

function writeCursor(place: z.infer<typeof cursor>): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

export async function readPage(search: BrowsableIndex, question: PageQuestion): Promise<FoundPage> {
  const { kind, word, filter, order, after } = question;
  if (word !== "") {
    const { hits, meant } = await search.find({ kind, text: word, filter, limit: mostHits });
    const from = after && "shown" in after ? after.shown : 0;
    return {
      ids: hits.slice(from, from + pageSize).map(({ id }) => id),
      next: hits.length > from + pageSize ? writeCursor([from + pageSize]) : null,
      meant,
    };
  }
  const last = after && "id" in after ? after : null;
  const found = await search.browse({ kind, filter, order, after: last, limit: pageSize + 1 });
  const end = found.length > pageSize ? found[pageSize - 1] : undefined;
  return {
    ids: found.slice(0, pageSize).map(({ id }) => id),
    next: end ? writeCursor([end.value, end.id]) : null,
    meant: null,
  };
}
