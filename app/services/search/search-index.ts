import type { SearchKind } from "../database/generated/enums.ts";

/** What is found, and by what. */
export interface SearchEntry {
  kind: SearchKind;
  id: string;
  /** As it is shown. */
  name: string;
  /** What else it is found by: its store, its market, its category. */
  also: string[];
  isPublic: boolean;
  districtCode: string | null;
  storeKind: string | null;
  /** A product's own; a store's, those of its chosen products. */
  categoryKeys: string[];
  marketId: string | null;
  visitable: boolean;
  /** Half hours of the week in which it is open, from Monday 00:00 on (0 to 335). */
  openSlots: number[];
  foundedYear: number | null;
  /** Whole won. */
  price: number | null;
  /** Until when its designation holds. */
  badgeTo: Date | null;
  seasonId: string | null;
}

/** Each narrows; absent ones let everything in. */
export interface SearchFilter {
  isPublic?: true;
  districtCode?: string;
  storeKind?: string;
  categoryKey?: string;
  marketId?: string;
  visitable?: true;
  /** Open in this half hour of the week. */
  openSlot?: number;
  /** Designated on this day. */
  badgeOn?: Date;
  seasonId?: string;
}

export interface SearchQuestion {
  kind: SearchKind;
  text: string;
  filter: SearchFilter;
  /** How many hits at most. */
  limit: number;
}

export interface SearchHit {
  id: string;
  name: string;
}

export interface SearchAnswer {
  /** Best first. */
  hits: SearchHit[];
  /** What they hold in place of the question, when nothing holds that itself: the words it was probably meant to be. */
  meant: string | null;
}

/** How many there are by each value, among what the question and all other filters let in. */
export interface SearchFacets {
  /** What the question and all filters let in. */
  total: number;
  /** It is even more than `total`. */
  more: boolean;
  /** False: too many answer the question to be counted by every choice; the numbers below are as without it. */
  counted: boolean;
  districtCode: Record<string, number>;
  storeKind: Record<string, number>;
  categoryKey: Record<string, number>;
  marketId: Record<string, number>;
  visitable: number;
  /** Open in the half hour asked about. */
  openSlot: number;
  /** Designated on the day asked about. */
  badgeOn: number;
}

export interface FacetQuestion {
  kind: SearchKind;
  /** Empty: everything. */
  text: string;
  filter: Omit<SearchFilter, "seasonId"> & { isPublic: true };
  /** What "open now" and "designated today" mean. */
  openSlot: number;
  badgeOn: Date;
}

export type SearchOrder = "name" | "oldest" | "cheapest";

export interface BrowseQuestion {
  kind: SearchKind;
  filter: SearchFilter;
  order: SearchOrder;
  /** The last one of the page before. */
  after: BrowsedEntry | null;
  limit: number;
}

export interface BrowsedEntry {
  id: string;
  /** What the order goes by. */
  value: string | number | null;
}

/** Two adapters, PostgreSQL and Meilisearch. */
export interface SearchIndex {
  find(question: SearchQuestion): Promise<SearchAnswer>;
  count(question: FacetQuestion): Promise<SearchFacets>;
  put(entries: readonly SearchEntry[]): Promise<void>;
  remove(kind: SearchKind, ids: readonly string[]): Promise<void>;
}

/** Lists without a question, a page at a time: as quick on the last page as on the first. */
export interface BrowsableIndex extends SearchIndex {
  browse(question: BrowseQuestion): Promise<BrowsedEntry[]>;
}
