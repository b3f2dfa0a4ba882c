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
  categoryKey: string | null;
  visitable: boolean;
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
  visitable?: true;
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

/** Both adapters answer the golden list of tests/search the same way. */
export interface SearchIndex {
  find(question: SearchQuestion): Promise<SearchAnswer>;
  put(entries: readonly SearchEntry[]): Promise<void>;
  remove(kind: SearchKind, ids: readonly string[]): Promise<void>;
}
