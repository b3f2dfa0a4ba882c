import type { RequestHandler } from "msw";
import type { MallKey } from "#app/channels/contract.ts";
import type { MenuFault } from "./fault-menu.ts";
import type { Refusal } from "./refusals.ts";

/** One mall played by us: as strict as the real one where we know it, and never milder on purpose. */
export interface StandIn<State = unknown> {
  key: MallKey;
  /** Scheme and host of the real API, e.g. `https://api.commerce.naver.com`; the sandbox serves it under `/<key>/`. */
  origin: string;
  /** msw handlers on absolute addresses below `origin`. */
  handlers: RequestHandler[];
  /** Counted by the stand-in itself; never read from Baekseon. */
  listings(): StandInListing[];
  /** Which product a public page of this number shows; absent where pages go by the mall's own number of the product. */
  remoteIdOfPage?(number: number): string | null;
  /** All that it must still know when it is started again, as `v8.serialize` takes it; not a copy. */
  state(): State;
  restore(state: State): void;
}

export interface StandInListing {
  reference: string;
  remoteId: string;
  name: string;
  price: number;
  /** Pieces, of all options together. */
  stock: number;
  state: "registering" | "in_review" | "live" | "refused" | "withdrawn";
  /** A picture the stand-in itself has copied or can fetch. */
  pictureUrl: string | null;
  /** What the law wants shown before the sale, as the mall's page shows it. */
  disclosure?: [label: string, value: string][];
  createdAt: Date;
}

export interface StandInOptions {
  /** Fetches a picture as the mall would; the sandbox maps the public https address to the local server. */
  fetchPicture(url: string): Promise<Response>;
  /** How long a review or registration takes, in milliseconds. */
  reviewMilliseconds: number;
  now?: () => number;
}

/** What the next create meets. `… after create`: the mall acts first, and its answer is lost or spoiled. */
export const createFaults = [
  "lost after create",
  "cut after create",
  "cut before create",
  "rate limited",
  "server error after create",
  "unreadable after create",
] as const;
export type CreateFault = (typeof createFaults)[number];

/** What the sandbox and the contract's suite need to know of a stand-in, whatever mall it plays. */
export interface PlayedMall<Played extends StandIn> {
  /** `storeAddress` is where people see its shop, without a slash at the end. */
  create(options: StandInOptions & { storeAddress(): string }): Played;
  /** The programme's category → the stand-in's own code for it. */
  categories: Readonly<Record<string, string>>;
  /** By which call it is told of another price or stock alone; null: only with everything else. */
  ownCalls: { price: RegExp | null; stock: RegExp | null };
  /** By which call it is told that all is sold out, where it has none for another stock. */
  soldOutCall?: RegExp;
  /** How many products a page of its account's list holds, where it has such a list. */
  accountPage?: number;
  /** Its own options by which it asks no pace of anybody, for measuring us and not it. */
  noLimits?: Readonly<Record<string, number>>;
  /** The environment by which it is spoken to with tokens that end, where its usual one has a key that lasts. */
  rotatingEnvironment?(address: string): Record<string, string>;
  fail(standIn: Played, fault: CreateFault): void;
  byHand: HandsAtTheMall<Played>;
  /** All rules whose breach it answers at once, by name. */
  refusals: Record<string, Refusal>;
  /** Those of whoever asks for a token. */
  tokenRefusals?: Record<string, Refusal>;
  /** What it tells only at a review, hours later. */
  reviewRefusals?: Record<string, Refusal>;
  /** Its answer to whoever breaks one of them. */
  refuse(rule: string): Response;
  /** What of the menu can't happen at this mall, and why; the contract's suite plays all the rest. */
  cannotHappen: Partial<Record<MenuFault, string>>;
  /** Calls whose answer, once lost, only a person makes good. */
  onlyOnce?: RegExp;
}

/** How a product is called that somebody has listed at a mall past us. */
export const pastUs = "손으로 올린 상품";

/** What people do on the mall's own side, past us; null where the mall knows no such thing. */
export interface HandsAtTheMall<Played extends StandIn> {
  delete(standIn: Played, remoteId: string): void;
  /** The same product once more, under our reference. */
  duplicate: ((standIn: Played, remoteId: string) => void) | null;
  /** A product beside this one, under the name of `pastUs` and without a code of ours. */
  listPastUs: ((standIn: Played, remoteId: string) => void) | null;
  /** Turned down by the mall's people, at the review or after it; in these words where the mall tells any. */
  refuse: ((standIn: Played, remoteId: string, words?: string) => void) | null;
  /** Won. */
  reprice(standIn: Played, remoteId: string, price: number): void;
  endTokens: ((standIn: Played) => void) | null;
}

/** Lets the compiler see that a mall is played by one kind of stand-in. */
export function played<Played extends StandIn>(mall: PlayedMall<Played>): PlayedMall<Played> {
  return mall;
}
