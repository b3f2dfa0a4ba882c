import { type DocumentNode, execute, type FormattedExecutionResult, type GraphQLError, Kind } from "graphql";
import { HttpResponse, http, type RequestHandler } from "msw";
import { holdOpen } from "../hold-open.ts";
import { type CreateFault, pastUs, played, type StandIn, type StandInOptions } from "../stand-in.ts";
import { rotatingShopifyEnvironment, type ShopifyAccount, sandboxShopifyAccount } from "./account.ts";
import { sandboxShopifyCategories } from "./categories.ts";
import { actualCostOf, costOf, createBucket, inputCostOf, maximumCost } from "./cost.ts";
import { refuseByName, refuseDocument, refuseStranger, shopifyRefusals, tokenRefusals } from "./refusals.ts";
import { createResolvers } from "./resolvers.ts";
import { readDocument, schema } from "./schema.ts";
import { createShelf, type ShelfProduct, type ShelfState } from "./shelf.ts";
import { createTokenDesk, type TokenState } from "./tokens.ts";

/** What the next document of a name meets. `…-after`: the mall acts first, and its answer is lost or spoiled. */
export type ShopifyFault =
  | "throttled"
  | "429"
  | "internal"
  | "cut"
  | "timeout-after"
  | "cut-after"
  | "500-after"
  | "unreadable-after"
  /** Done, and neither a product nor an error is told. */
  | "null-after";

export interface ShopifyStandInOptions extends StandInOptions {
  account?: ShopifyAccount;
  /** Points a second; those of the Plus plan when absent. */
  restoreRate?: number;
  searchLagMilliseconds?: number;
  pageUrlOf?(number: number): string;
}

export interface ShopifyState extends ShelfState {
  tokens: TokenState;
}

export interface ShopifyStandIn extends StandIn<ShopifyState> {
  /** By the document's own name, e.g. `SetProduct`. */
  failNext(fault: ShopifyFault, on: string): void;
  documents(name: string): number;
  /** Takes all points away. */
  drain(): void;
  /** Spent so far, and how often there were too few. */
  points(): { spent: number; refused: number };
  stored(remoteId: string): ShelfProduct | null;
  files(): number;
  duplicateByHand(remoteId: string): void;
  listPastUs(remoteId: string): void;
  deleteByHand(remoteId: string): void;
  repriceByHand(remoteId: string, price: number): void;
  /** All tokens that end, end now. */
  endTokens(): void;
  /** The mall gives this version up, with what is older. */
  retire(version: string): void;
}

/** Supported at the end of 2026; what is older or unknown is answered by the oldest of them. */
const supported = ["2026-01", "2026-04", "2026-07", "2026-10"];
const secondsOfPoints = 20;
const longestArray = 250;

/** A shop at Shopify played by us: each document is held against Shopify's own schema, and then carried out. */
export function createShopifyStandIn(options: ShopifyStandInOptions): ShopifyStandIn {
  const { account = sandboxShopifyAccount, now = Date.now, restoreRate = 1_000 } = options;
  const origin = `https://${account.shop}.myshopify.com`;
  const { pageUrlOf = (number: number) => `${origin}/products/${number}` } = options;
  const { searchLagMilliseconds = 0, fetchPicture } = options;
  const pictureMilliseconds = options.reviewMilliseconds / 2;
  const shelf = createShelf({ origin, now, pictureMilliseconds, fetchPicture });
  const rootValue = createResolvers({ account, shelf, now, searchLagMilliseconds, pageUrlOf });
  const bucket = createBucket({ maximum: restoreRate * secondsOfPoints, perSecond: restoreRate, now });
  const tokens = createTokenDesk(account, now);
  const faults: { fault: ShopifyFault; on: string }[] = [];
  let versions = supported;
  const counted = new Map<string, number>();

  async function carryOut(document: DocumentNode, variables: Record<string, unknown>): Promise<Response> {
    const requestedQueryCost = costOf(document, variables);
    const cost = (actualQueryCost: number | null) => ({
      cost: { requestedQueryCost, actualQueryCost, throttleStatus: bucket.status() },
    });
    if (requestedQueryCost > maximumCost) return refuseDocument("a document that costs more than 1,000", cost(null));
    if (!bucket.take(requestedQueryCost)) return refuseDocument("too few points", cost(null));
    const long = Object.entries((variables.input ?? {}) as object).find(
      ([name, value]) => name !== "variants" && Array.isArray(value) && value.length > longestArray,
    );
    if (long) return refuseDocument("a list of 251", cost(0), long[0]);
    await shelf.settle();
    const result = (await execute({
      schema,
      document,
      rootValue,
      variableValues: variables,
    })) as FormattedExecutionResult;
    const fixed = (isMutation(document) ? 10 : 0) + Math.ceil(inputCostOf(variables));
    const actualQueryCost = actualCostOf(result.data, requestedQueryCost, fixed);
    bucket.giveBack(requestedQueryCost - actualQueryCost);
    return HttpResponse.json({ ...result, extensions: cost(actualQueryCost) });
  }

  async function answer(request: Request, version: string): Promise<Response> {
    if (!tokens.isGood(request.headers.get("x-shopify-access-token"))) {
      return refuseStranger();
    }
    const { query, variables = {} } = (await request.json().catch(() => ({}))) as {
      query?: unknown;
      variables?: Record<string, unknown>;
    };
    const document = readDocument(query);
    if (!("kind" in document))
      return HttpResponse.json({ errors: document.map((error: GraphQLError) => error.toJSON()) });
    const response = await meetFault(nameOf(document), request, () => carryOut(document, variables));
    if (response.type === "error") return response;
    const answered = versions.includes(version) ? version : (versions[0] ?? "");
    response.headers.set("x-shopify-api-version", answered);
    response.headers.set("x-request-id", crypto.randomUUID());
    return response;
  }

  async function meetFault(name: string, request: Request, work: () => Promise<Response>): Promise<Response> {
    counted.set(name, (counted.get(name) ?? 0) + 1);
    const index = faults.findIndex(({ on }) => on === name);
    const fault = index < 0 ? null : faults.splice(index, 1)[0]?.fault;
    if (fault === "throttled") {
      const throttleStatus = { ...bucket.status(), currentlyAvailable: 0 };
      const requestedQueryCost = 3 * throttleStatus.restoreRate;
      return refuseDocument("too few points", { cost: { requestedQueryCost, actualQueryCost: null, throttleStatus } });
    }
    if (fault === "429") return new HttpResponse("Throttled", { status: 429 });
    if (fault === "internal") return internalError();
    if (fault === "cut") return HttpResponse.error();
    const response = await work();
    if (fault === "cut-after") return HttpResponse.error();
    if (fault === "500-after") return new HttpResponse(null, { status: 503 });
    if (fault === "unreadable-after") return HttpResponse.html("<html>점검 중</html>");
    if (fault === "null-after") return HttpResponse.json({ data: { productSet: { product: null, userErrors: [] } } });
    if (fault === "timeout-after") await holdOpen(request.signal);
    return response;
  }

  const handlers: RequestHandler[] = [
    http.post(`${origin}/admin/api/:version/graphql.json`, ({ request, params }) =>
      answer(request, String(params.version)),
    ),
    http.post(`${origin}/admin/oauth/access_token`, ({ request }) => tokens.answer(request)),
    http.get(`${origin}/cdn/shop/files/:file`, ({ request }) => {
      const bytes = shelf.fileAt(request.url)?.bytes;
      if (!bytes) return new HttpResponse(null, { status: 404 });
      return HttpResponse.arrayBuffer(new Uint8Array(bytes).buffer, { headers: { "content-type": "image/jpeg" } });
    }),
  ];

  return {
    key: "shopify",
    origin,
    handlers,
    listings: shelf.listings,
    state: () => ({ ...shelf.state(), tokens: tokens.state() }),
    restore: ({ tokens: kept, ...state }) => {
      shelf.restore(state);
      tokens.restore(kept);
    },
    endTokens: tokens.endAccess,
    retire: (version) => {
      versions = versions.filter((one) => one > version);
    },
    failNext: (fault, on) => void faults.push({ fault, on }),
    documents: (name) => counted.get(name) ?? 0,
    drain: bucket.drain,
    points: bucket.count,
    stored: (remoteId) => shelf.byNumber(Number(remoteId)),
    files: shelf.fileCount,
    duplicateByHand: (remoteId) => void shelf.copy(Number(remoteId)),
    listPastUs: (remoteId) => {
      const product = shelf.copy(Number(remoteId));
      if (!product) return;
      product.title = pastUs;
      product.variants = product.variants.map(({ sku: _, ...variant }) => variant);
    },
    deleteByHand: (remoteId) => shelf.remove(Number(remoteId)),
    repriceByHand: (remoteId, price) => {
      for (const variant of shelf.byNumber(Number(remoteId))?.variants ?? []) variant.price = String(price);
    },
  };
}

function internalError(): Response {
  const error = { message: "Internal error. Request ID: 1", extensions: { code: "INTERNAL_SERVER_ERROR" } };
  return HttpResponse.json({ errors: [error] });
}

function operationOf({ definitions }: DocumentNode) {
  return definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
}

function nameOf(document: DocumentNode): string {
  return operationOf(document)?.name?.value ?? "";
}

function isMutation(document: DocumentNode): boolean {
  return operationOf(document)?.operation === "mutation";
}

const createFaults: Record<CreateFault, ShopifyFault> = {
  "lost after create": "timeout-after",
  "cut after create": "cut-after",
  "cut before create": "cut",
  "rate limited": "throttled",
  "server error after create": "500-after",
  "unreadable after create": "unreadable-after",
};

export const playedShopify = played<ShopifyStandIn>({
  create: ({ storeAddress, ...options }) =>
    createShopifyStandIn({ ...options, pageUrlOf: (number) => `${storeAddress()}/${number}` }),
  categories: sandboxShopifyCategories,
  ownCalls: { price: /^MUTATION SetPrices$/, stock: /^MUTATION SetQuantities$/ },
  accountPage: 100,
  noLimits: { restoreRate: 1_000_000 },
  rotatingEnvironment: rotatingShopifyEnvironment,
  fail: (standIn, fault) => standIn.failNext(createFaults[fault], "SetProduct"),
  byHand: {
    delete: (standIn, remoteId) => standIn.deleteByHand(remoteId),
    duplicate: (standIn, remoteId) => standIn.duplicateByHand(remoteId),
    listPastUs: (standIn, remoteId) => standIn.listPastUs(remoteId),
    refuse: null,
    reprice: (standIn, remoteId, price) => standIn.repriceByHand(remoteId, price),
    endTokens: (standIn) => standIn.endTokens(),
  },
  refusals: shopifyRefusals,
  tokenRefusals,
  refuse: refuseByName,
  cannotHappen: { "rejection hours later": "Nobody reviews what a shop of its own sells." },
});
