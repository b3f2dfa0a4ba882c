import type { Database } from "../database/database.ts";
import { Prisma } from "../database/database.ts";
import type { SearchKind } from "../database/generated/enums.ts";
import type { FacetQuestion, SearchFacets } from "./search-index.ts";

/** Public entries that are alike in everything one can choose by. There are some thousands at most, however many entries. */
export interface FacetGroup {
  districtCode: string | null;
  storeKind: string | null;
  categoryKeys: string[];
  marketId: string | null;
  visitable: boolean;
  /** Open in the half hour, designated on the day that was asked about. */
  openSlot: boolean;
  badgeOn: boolean;
  /** How many entries they are. */
  count: number;
}

export type FacetNumbers = Omit<SearchFacets, "more" | "counted">;

type Facet = Exclude<keyof FacetNumbers, "total">;

/** Of each choice, how many entries it would leave beside all others that are chosen. */
export function countGroups(groups: readonly FacetGroup[], filter: FacetQuestion["filter"]): FacetNumbers {
  const facets = ["districtCode", "storeKind", "categoryKey", "marketId", "visitable", "openSlot", "badgeOn"] as const;
  const chosen = facets.filter((facet) => filter[facet] !== undefined);
  const counts: FacetNumbers = {
    ...{ total: 0, districtCode: {}, storeKind: {}, categoryKey: {}, marketId: {} },
    ...{ visitable: 0, openSlot: 0, badgeOn: 0 },
  };
  for (const group of groups) {
    const missed = chosen.filter((facet) => !isOf(group, facet, filter));
    // What misses one choice only would be there with another one in its place, and tells what that would leave.
    if (missed.length > 1) continue;
    if (missed.length === 0) counts.total += group.count;
    for (const facet of missed.length === 0 ? facets : missed) addTo(counts, facet, group);
  }
  return counts;
}

function isOf(group: FacetGroup, facet: Facet, filter: FacetQuestion["filter"]): boolean {
  if (facet === "categoryKey")
    return filter.categoryKey !== undefined && group.categoryKeys.includes(filter.categoryKey);
  if (facet === "districtCode" || facet === "storeKind" || facet === "marketId") return group[facet] === filter[facet];
  return group[facet];
}

function addTo(counts: FacetNumbers, facet: Facet, group: FacetGroup): void {
  if (facet === "visitable" || facet === "openSlot" || facet === "badgeOn") {
    if (group[facet]) counts[facet] += group.count;
    return;
  }
  const values = facet === "categoryKey" ? group.categoryKeys : [group[facet]];
  for (const value of values) {
    if (value !== null) counts[facet][value] = (counts[facet][value] ?? 0) + group.count;
  }
}

type Moment = Pick<FacetQuestion, "kind" | "openSlot" | "badgeOn">;

/** Groups of the entries that `from`, a query of whole entries, gives. */
export function groupEntries(database: Database, from: Prisma.Sql, { openSlot, badgeOn }: Moment) {
  return database.$queryRaw<FacetGroup[]>`
    SELECT district_code AS "districtCode", store_kind::text AS "storeKind", category_keys AS "categoryKeys",
      market_id::text AS "marketId", visitable, open_slots @> ARRAY[${openSlot}]::smallint[] AS "openSlot",
      coalesce(badge_to >= ${badgeOn}::date, false) AS "badgeOn", count(*)::int AS count
    FROM (${from}) AS entry GROUP BY 1, 2, 3, 4, 5, 6, 7`;
}

/** Above so many entries, what was grouped a moment ago is told while it is grouped anew. */
const many = 20_000;
/** Milliseconds after which nothing older is told. */
const oldest = 60_000;

interface Held extends Moment {
  /** Of the index when it was grouped. */
  edition: bigint;
  groups: FacetGroup[];
  entries: number;
  at: number;
}

/**
 * All public entries of a kind in groups, kept until the index changes: grouping reads every entry, which nobody who opens a list
 * should wait for.
 */
export function keepGroups(database: Database): (moment: Moment) => Promise<FacetGroup[]> {
  const held = new Map<SearchKind, Held>();
  const loading = new Map<string, Promise<Held>>();

  const load = async (moment: Moment, edition: bigint): Promise<Held> => {
    const groups = await groupEntries(
      database,
      Prisma.sql`SELECT * FROM search_entry WHERE kind = ${moment.kind}::search_kind AND is_public`,
      moment,
    );
    const entries = groups.reduce((sum, { count }) => sum + count, 0);
    const loaded = { ...moment, edition, groups, entries, at: Date.now() };
    held.set(moment.kind, loaded);
    return loaded;
  };

  return async (moment) => {
    const [row] = await database.$queryRaw<{ edition: bigint }[]>`
      SELECT number AS edition FROM search_edition WHERE kind = ${moment.kind}::search_kind`;
    const edition = row?.edition ?? 0n;
    const last = held.get(moment.kind);
    if (last?.edition === edition && last.openSlot === moment.openSlot && +last.badgeOn === +moment.badgeOn) {
      return last.groups;
    }
    const key = [moment.kind, moment.openSlot, +moment.badgeOn, edition].join(" ");
    const next = loading.get(key) ?? load(moment, edition).finally(() => loading.delete(key));
    loading.set(key, next);
    if (last && last.entries > many && Date.now() - last.at < oldest) {
      next.catch(() => {});
      return last.groups;
    }
    return (await next).groups;
  };
}
