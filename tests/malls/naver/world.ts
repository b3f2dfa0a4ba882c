import type { StandInOptions } from "../stand-in.ts";

export interface NaverStandInOptions extends StandInOptions {
  clientId: string;
  /** A bcrypt salt, e.g. `$2a$10$abcdefghijklmnopqrstuv`. */
  clientSecret: string;
  /** Tokens a second in each API's bucket; 20 when absent, 2 is what some real applications get. */
  requestsPerSecond?: number;
}

export type NaverCall =
  | "token"
  | "upload"
  | "create"
  | "read"
  | "update"
  | "delete"
  | "status"
  | "multi-update"
  | "option-stock"
  | "search"
  | "categories"
  | "notice-types"
  | "origin-areas"
  | "address-books";

/**
 * What goes wrong with the next call (of the named API, or of any but the token's). Kinds with `-after` do the work first and
 * then lose, cut or spoil the answer; the others do nothing.
 */
export interface NaverFault {
  kind:
    | "429"
    | "quota"
    | "500"
    | "503"
    | "401"
    | "cut"
    | "timeout-after"
    | "cut-after"
    | "503-after"
    | "unreadable-after";
  on?: NaverCall;
}

export interface NaverSwitches {
  /** The application does not own the product group. */
  groupMissing: boolean;
  /** The caller's address is not registered. */
  addressNotAllowed: boolean;
  /** Refusals come with a message only. */
  withoutInvalidInputs: boolean;
  /** Category codes this seller may not sell in. */
  forbiddenCategories: Set<string>;
  /** Words the mall does not take as tags. */
  restrictedTags: Set<string>;
}

export interface StoredProduct {
  originProductNo: number;
  channelProductNo: number;
  body: Record<string, unknown>;
  statusType: string;
  deleted: boolean;
  createdAt: number;
}

/** What it still knows when it is started again. */
export interface NaverState {
  lastNumber: number;
  token: { value: string; endsAt: number } | null;
  /** Older tokens stay good until they end. */
  tokens: Map<string, number>;
  /** By address. */
  images: Map<string, { bytes: Uint8Array<ArrayBuffer>; mediaType: string }>;
  products: Map<number, StoredProduct>;
}

export interface NaverWorld extends NaverState {
  base: string;
  options: NaverStandInOptions;
  now(): number;
  switches: NaverSwitches;
  faults: NaverFault[];
  /** Calls answered or refused, by API. */
  calls: Map<NaverCall, number>;
  /** Never one of before, even when everything was forgotten: it follows the clock. */
  nextNumber(): number;
}

export const origin = "https://api.commerce.naver.com";

export function createWorld(options: NaverStandInOptions): NaverWorld {
  const world: NaverWorld = {
    base: `${origin}/external`,
    options,
    now: options.now ?? Date.now,
    switches: {
      groupMissing: false,
      addressNotAllowed: false,
      withoutInvalidInputs: false,
      forbiddenCategories: new Set(),
      restrictedTags: new Set(["최저가", "명품"]),
    },
    faults: [],
    calls: new Map(),
    lastNumber: 0,
    token: null,
    tokens: new Map(),
    images: new Map(),
    products: new Map(),
    nextNumber: () => {
      world.lastNumber = Math.max(world.lastNumber + 1, world.now());
      return world.lastNumber;
    },
  };
  return world;
}
