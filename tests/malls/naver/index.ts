import { http, type RequestHandler } from "msw";
import { type CreateFault, pastUs, played, type StandIn } from "../stand-in.ts";
import { sandboxNaverKeys } from "./account.ts";
import { isObject, valueAt } from "./body.ts";
import { answerCategories, answerCategory, sandboxNaverCategories } from "./categories.ts";
import { createGateway } from "./gateway.ts";
import { answerImage, answerUpload } from "./images.ts";
import { answerNoticeType, answerNoticeTypes } from "./notice-rules.ts";
import {
  answerCreate,
  answerDelete,
  answerMultiUpdate,
  answerOptionStock,
  answerRead,
  answerSearch,
  answerStatus,
  answerUpdate,
  storeProduct,
  toStandInListing,
} from "./products.ts";
import { type NaverRule, naverRefusals, refuse } from "./refusals.ts";
import { tokenRefusals } from "./request-refusals.ts";
import { answerAddressBooks, answerOriginAreas } from "./store-data.ts";
import { answerToken } from "./token.ts";
import {
  createWorld,
  type NaverCall,
  type NaverFault,
  type NaverStandInOptions,
  type NaverState,
  type NaverSwitches,
  type NaverWorld,
  origin,
} from "./world.ts";

export { sandboxNaverStore } from "./account.ts";
export { sandboxNaverCategories, sandboxNaverGroupCategory } from "./categories.ts";
export type { NaverCall, NaverFault, NaverStandInOptions, NaverSwitches } from "./world.ts";

export interface NaverStandIn extends StandIn<NaverState> {
  switches: NaverSwitches;
  failNext(fault: NaverFault): void;
  /** How often an API was called, answered or refused. */
  callsTo(call: NaverCall): number;
  /** The product as it is stored, or null. */
  storedBody(remoteId: string): Record<string, unknown> | null;
  /** Somebody lists the same product again by hand in the seller's centre. */
  duplicateByHand(remoteId: string): void;
  listPastUs(remoteId: string): void;
  /** Somebody deletes it there. */
  deleteByHand(remoteId: string): void;
  /** The mall's own inspection takes it off sale. */
  prohibit(remoteId: string): void;
  repriceByHand(remoteId: string, price: number): void;
  /** Ends every token. */
  endTokens(): void;
  /** Which product a public page of this number shows. */
  remoteIdOfPage(channelProductNo: number): string | null;
}

export function createNaverStandIn(options: NaverStandInOptions): NaverStandIn {
  const world = createWorld(options);
  const stored = (remoteId: string) => world.products.get(Number(remoteId));
  return {
    key: "naver",
    origin,
    handlers: handlers(world),
    listings: () => [...world.products.values()].map(toStandInListing),
    state: () => {
      const { lastNumber, token, tokens, images, products } = world;
      return { lastNumber, token, tokens, images, products };
    },
    restore: (state) => {
      Object.assign(world, state);
    },
    switches: world.switches,
    failNext: (fault) => {
      world.faults.push(fault);
    },
    callsTo: (call) => world.calls.get(call) ?? 0,
    storedBody: (remoteId) => stored(remoteId)?.body ?? null,
    duplicateByHand: (remoteId) => {
      const body = stored(remoteId)?.body;
      if (body) storeProduct(world, body);
    },
    listPastUs: (remoteId) => {
      const body = structuredClone(stored(remoteId)?.body);
      const product = valueAt(body, "originProduct");
      if (!body || !isObject(product)) return;
      product.name = pastUs;
      if (isObject(product.detailAttribute)) delete product.detailAttribute.sellerCodeInfo;
      storeProduct(world, body);
    },
    deleteByHand: (remoteId) => {
      const product = stored(remoteId);
      if (product) product.deleted = true;
    },
    prohibit: (remoteId) => {
      const product = stored(remoteId);
      if (product) product.statusType = "PROHIBITION";
    },
    repriceByHand: (remoteId, price) => {
      const product = valueAt(stored(remoteId)?.body, "originProduct");
      if (product) Object.assign(product, { salePrice: price });
    },
    endTokens: () => {
      world.tokens.clear();
      world.token = null;
    },
    remoteIdOfPage: (channelProductNo) => {
      const product = [...world.products.values()].find((one) => one.channelProductNo === channelProductNo);
      return product ? String(product.originProductNo) : null;
    },
  };
}

function handlers(world: NaverWorld): RequestHandler[] {
  const { base } = world;
  const behind = createGateway(world);
  const product = `${base}/v2/products/origin-products/:no`;
  const no = (params: Record<string, string>) => params.no ?? "";
  return [
    http.post(
      `${base}/v1/oauth2/token`,
      behind("token", (request) => answerToken(world, request)),
    ),
    http.post(
      `${base}/v1/product-images/upload`,
      behind("upload", (request) => answerUpload(world, request)),
    ),
    http.get(`${origin}/phinf/:file`, ({ request }) => answerImage(world, request.url)),
    http.post(
      `${base}/v2/products`,
      behind("create", (request) => answerCreate(world, request)),
    ),
    http.get(
      product,
      behind("read", (_, params) => answerRead(world, no(params))),
    ),
    http.put(
      product,
      behind("update", (request, params) => answerUpdate(world, no(params), request)),
    ),
    http.delete(
      product,
      behind("delete", (_, params) => answerDelete(world, no(params))),
    ),
    http.put(
      `${base}/v1/products/origin-products/:no/change-status`,
      behind("status", (request, params) => answerStatus(world, no(params), request)),
    ),
    http.patch(
      `${base}/v1/products/origin-products/multi-update`,
      behind("multi-update", (request) => answerMultiUpdate(world, request)),
    ),
    http.put(
      `${base}/v1/products/origin-products/:no/option-stock`,
      behind("option-stock", (request, params) => answerOptionStock(world, no(params), request)),
    ),
    http.post(
      `${base}/v1/products/search`,
      behind("search", (request) => answerSearch(world, request)),
    ),
    http.get(`${base}/v1/categories`, behind("categories", answerCategories)),
    http.get(
      `${base}/v1/categories/:id`,
      behind("categories", (_, { id = "" }) => answerCategory(id)),
    ),
    http.get(`${base}/v1/products-for-provided-notice`, behind("notice-types", answerNoticeTypes)),
    http.get(
      `${base}/v1/products-for-provided-notice/:type`,
      behind("notice-types", (_, { type = "" }) => answerNoticeType(type)),
    ),
    http.get(`${base}/v1/product-origin-areas`, behind("origin-areas", answerOriginAreas)),
    http.get(`${base}/v1/seller/addressbooks-for-page`, behind("address-books", answerAddressBooks)),
  ];
}

const createFaults: Record<CreateFault, NaverFault["kind"]> = {
  "lost after create": "timeout-after",
  "cut after create": "cut-after",
  "cut before create": "cut",
  "rate limited": "429",
  "server error after create": "503-after",
  "unreadable after create": "unreadable-after",
};

export const playedNaver = played<NaverStandIn>({
  create: ({ storeAddress: _, ...options }) => createNaverStandIn({ ...options, ...sandboxNaverKeys }),
  categories: sandboxNaverCategories,
  ownCalls: { price: /multi-update$/, stock: /(multi-update|option-stock)$/ },
  accountPage: 500,
  noLimits: { requestsPerSecond: 1_000_000 },
  fail: (standIn, fault) => standIn.failNext({ kind: createFaults[fault], on: "create" }),
  byHand: {
    delete: (standIn, remoteId) => standIn.deleteByHand(remoteId),
    duplicate: (standIn, remoteId) => standIn.duplicateByHand(remoteId),
    listPastUs: (standIn, remoteId) => standIn.listPastUs(remoteId),
    refuse: (standIn, remoteId) => standIn.prohibit(remoteId),
    reprice: (standIn, remoteId, price) => standIn.repriceByHand(remoteId, price),
    endTokens: (standIn) => standIn.endTokens(),
  },
  refusals: naverRefusals,
  tokenRefusals,
  refuse: (rule) => refuse(rule as NaverRule),
  cannotHappen: {
    "tokens replaced by another worker": "A token is bought with the lasting secret, as often as anybody likes.",
  },
});
