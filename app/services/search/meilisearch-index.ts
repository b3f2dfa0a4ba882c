import { Meilisearch, type MultiSearchQuery, type Settings } from "meilisearch";
import type { SearchKind } from "../database/generated/enums.ts";
import { initialsOf, keysOf, readQuestion, wordsOf } from "./keys.ts";
import type { SearchAnswer, SearchEntry, SearchFacets, SearchFilter, SearchIndex } from "./search-index.ts";

export interface MeilisearchSettings {
  url: string;
  /** May only search; what answers visitors holds no other. */
  searchKey: string;
  /** Documents, settings, indexes and tasks; workers hold it. */
  writeKey: string;
}

/** Milliseconds after which an answer is given up: PostgreSQL has one by then. */
const searchTimeout = 800;
const taskTimeout = 60_000;
/** What is more is not counted. */
const mostTotal = 1_000;
const name = (kind: SearchKind) => `baekseon_${kind}`;
const nextName = (kind: SearchKind) => `${name(kind)}_next`;

/**
 * Everything is found by keys, as in PostgreSQL: names are stored as typed on the keyboard, each word and the whole joined. Its own
 * segmenting of Korean is then never asked. Typos count keys: a syllable is two or three.
 */
export const indexSettings: Settings = {
  searchableAttributes: ["nameKeys", "keys", "initials"],
  filterableAttributes: [
    ...["isPublic", "districtCode", "storeKind", "categoryKeys", "marketId", "visitable", "openSlots", "badgeDay"],
    "seasonId",
  ],
  sortableAttributes: ["length"],
  displayedAttributes: ["id", "name"],
  rankingRules: ["words", "typo", "proximity", "attributeRank", "sort", "wordPosition", "exactness"],
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 4, twoTypos: 9 },
    disableOnAttributes: ["initials"],
    disableOnNumbers: true,
  },
  faceting: { maxValuesPerFacet: 500 },
  pagination: { maxTotalHits: mostTotal },
};

/** An index is made anew whenever this changes. */
export const settingsVersion = JSON.stringify(indexSettings);

interface Reading {
  q: string;
  attributesToSearchOn: string[];
}

/** A Meilisearch server over HTTP. Every function throws when it does not answer; tasks are followed to their end. */
export interface MeilisearchIndex extends SearchIndex {
  /** Makes indexes anew beside those in use; `swap` puts them in their place at once. */
  begin(kind: SearchKind): Promise<void>;
  putNext(entries: readonly SearchEntry[]): Promise<void>;
  swap(kind: SearchKind): Promise<void>;
}

export function openMeilisearchIndex({ url, searchKey, writeKey }: MeilisearchSettings): MeilisearchIndex {
  const searching = new Meilisearch({ host: url, apiKey: searchKey, timeout: searchTimeout });
  const writing = new Meilisearch({ host: url, apiKey: writeKey, timeout: 10_000 });
  const wait = { timeout: taskTimeout, interval: 50 };

  return {
    async find({ kind, text, filter, limit }): Promise<SearchAnswer> {
      const readings = readingsOf(text);
      if (readings.length === 0) return { hits: [], meant: null };
      const found = await ask(readings.map((reading) => ({ ...asking(kind, filter), ...reading, limit })));
      const best = found.find(({ hits }) => hits.length > 0);
      return { hits: (best?.hits ?? []).map(({ id, name }) => ({ id, name })), meant: null };
    },

    async count({ kind, text, filter, openSlot, badgeOn }): Promise<SearchFacets> {
      const reading = text === "" ? null : await readingThatFinds(kind, text, filter);
      if (reading === undefined) return nothing;
      const of = (narrowed: SearchFilter, facets: string[] = []): MultiSearchQuery => ({
        ...asking(kind, narrowed),
        ...reading,
        facets,
        page: 1,
        hitsPerPage: 1,
      });
      const without = (facet: keyof typeof filter) => {
        const { [facet]: _, ...others } = filter;
        return others;
      };
      const [total, districts, kinds, categories, markets, visitable, open, badge] = await ask([
        of(filter),
        of(without("districtCode"), ["districtCode"]),
        of(without("storeKind"), ["storeKind"]),
        of(without("categoryKey"), ["categoryKeys"]),
        of(without("marketId"), ["marketId"]),
        of({ ...without("visitable"), visitable: true }),
        of({ ...without("openSlot"), openSlot }),
        of({ ...without("badgeOn"), badgeOn }),
      ]);
      return {
        total: total?.totalHits ?? 0,
        more: (total?.totalHits ?? 0) >= mostTotal,
        counted: true,
        districtCode: districts?.facetDistribution?.districtCode ?? {},
        storeKind: kinds?.facetDistribution?.storeKind ?? {},
        categoryKey: categories?.facetDistribution?.categoryKeys ?? {},
        marketId: markets?.facetDistribution?.marketId ?? {},
        visitable: visitable?.totalHits ?? 0,
        openSlot: open?.totalHits ?? 0,
        badgeOn: badge?.totalHits ?? 0,
      };
    },

    async put(entries) {
      await add(entries, name);
    },

    async remove(kind, ids) {
      if (ids.length === 0) return;
      await succeeded(
        writing
          .index(name(kind))
          .deleteDocuments([...ids])
          .waitTask(wait),
      );
    },

    async begin(kind) {
      // Left by one that was killed.
      await writing.deleteIndex(nextName(kind)).waitTask(wait);
      await succeeded(writing.createIndex(nextName(kind), { primaryKey: "id" }).waitTask(wait));
      await succeeded(writing.index(nextName(kind)).updateSettings(indexSettings).waitTask(wait));
    },

    async putNext(entries) {
      await add(entries, nextName);
    },

    async swap(kind) {
      // To be swapped both must be there; of the first ever there is none, and creating an index that exists fails without harm.
      await writing.createIndex(name(kind), { primaryKey: "id" }).waitTask(wait);
      await succeeded(writing.swapIndexes([{ indexes: [name(kind), nextName(kind)], rename: false }]).waitTask(wait));
      await writing.deleteIndex(nextName(kind)).waitTask(wait);
    },
  };

  async function add(entries: readonly SearchEntry[], nameOf: (kind: SearchKind) => string): Promise<void> {
    for (const kind of new Set(entries.map((entry) => entry.kind))) {
      const documents = entries.filter((entry) => entry.kind === kind).map(documentOf);
      await succeeded(writing.index(nameOf(kind)).addDocuments(documents).waitTask(wait));
    }
  }

  async function ask(queries: MultiSearchQuery[]) {
    const { results } = await searching.multiSearch<{ queries: MultiSearchQuery[] }, { id: string; name: string }>({
      queries,
    });
    return results;
  }

  async function readingThatFinds(kind: SearchKind, text: string, filter: SearchFilter): Promise<Reading | undefined> {
    const readings = readingsOf(text);
    if (readings.length === 0) return undefined;
    const found = await ask(readings.map((reading) => ({ ...asking(kind, filter), ...reading, limit: 1 })));
    return readings[found.findIndex(({ hits }) => hits.length > 0)];
  }

  function asking(kind: SearchKind, filter: SearchFilter) {
    return {
      indexUid: name(kind),
      filter: filterOf(filter),
      matchingStrategy: "all" as const,
      sort: ["length:asc"],
    };
  }
}

const nothing: SearchFacets = {
  ...{ total: 0, more: false, counted: true, districtCode: {}, storeKind: {}, categoryKey: {}, marketId: {} },
  ...{ visitable: 0, openSlot: 0, badgeOn: 0 },
};

async function succeeded(task: Promise<{ status: string; error: { message: string } | null }>): Promise<void> {
  const { status, error } = await task;
  if (status !== "succeeded") throw new Error(`Meilisearch ended a task as ${status}: ${error?.message ?? ""}`);
}

/** The same ladder as PostgreSQL's, in one request: the first that finds something answers. */
function readingsOf(text: string): Reading[] {
  const { words, initials, cuts, bare } = readQuestion(text);
  if (words.length === 0) return [];
  const byKeys = (keys: readonly string[]): Reading => ({
    q: keys.join(" "),
    attributesToSearchOn: ["nameKeys", "keys"],
  });
  return [
    ...(initials ? [{ q: initials.join(" "), attributesToSearchOn: ["initials"] }] : []),
    byKeys(words),
    ...cuts.map(byKeys),
    ...bare.map(byKeys),
  ];
}

/** What is compared is quoted: nothing that is asked can become part of the filter's grammar. */
function filterOf(filter: SearchFilter): string[] {
  const is = (attribute: string, value: string) => `${attribute} = "${value.replace(/["\\]/g, (sign) => `\\${sign}`)}"`;
  return [
    ...(filter.isPublic ? ["isPublic = true"] : []),
    ...(filter.districtCode === undefined ? [] : [is("districtCode", filter.districtCode)]),
    ...(filter.storeKind === undefined ? [] : [is("storeKind", filter.storeKind)]),
    ...(filter.categoryKey === undefined ? [] : [is("categoryKeys", filter.categoryKey)]),
    ...(filter.marketId === undefined ? [] : [is("marketId", filter.marketId)]),
    ...(filter.visitable ? ["visitable = true"] : []),
    ...(filter.openSlot === undefined ? [] : [`openSlots = ${filter.openSlot}`]),
    ...(filter.badgeOn === undefined ? [] : [`badgeDay >= ${dayOf(filter.badgeOn)}`]),
    ...(filter.seasonId === undefined ? [] : [is("seasonId", filter.seasonId)]),
  ];
}

function documentOf(entry: SearchEntry) {
  const words = wordsOf(entry.name);
  const fields = entry.also.map(wordsOf);
  return {
    id: entry.id,
    name: entry.name,
    nameKeys: everyWay(words, keysOf),
    keys: fields.flatMap((field) => everyWay(field, keysOf)),
    initials: [words, ...fields].flatMap((field) => everyWay(field, initialsOf)),
    length: entry.name.length,
    isPublic: entry.isPublic,
    districtCode: entry.districtCode,
    storeKind: entry.storeKind,
    categoryKeys: entry.categoryKeys,
    marketId: entry.marketId,
    visitable: entry.visitable,
    openSlots: entry.openSlots,
    badgeDay: entry.badgeTo ? dayOf(entry.badgeTo) : null,
    seasonId: entry.seasonId,
  };
}

/** Each word, and all of them as one: people space names as they like. */
function everyWay(words: readonly string[], typed: (word: string) => string): string[] {
  return [...words.map(typed), ...(words.length > 1 ? [typed(words.join(""))] : [])];
}

/** Days since 1970: filters compare numbers. */
function dayOf(date: Date): number {
  return Math.floor(date.getTime() / 86_400_000);
}
