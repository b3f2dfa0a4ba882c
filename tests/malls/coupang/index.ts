import { HttpResponse, http } from "msw";
import { type CreateFault, played, type StandIn, type StandInListing, type StandInOptions } from "../stand-in.ts";
import { type CoupangAccount, sandboxCoupangAccount } from "./account.ts";
import { bodySchema } from "./body.ts";
import { sandboxCoupangCategories, standInCategories } from "./categories.ts";
import { type CoupangFault, createGateway, success } from "./gateway.ts";
import { coupangRefusals, coupangReviewRefusals, refuse, refuseBody, refuseByName } from "./refusals.ts";
import { createShelf, type ShelfProduct, type ShelfState } from "./shelf.ts";
import { complaintsAbout } from "./validate.ts";

export { type CoupangAccount, sandboxCoupangAccount, sandboxCoupangSettings } from "./account.ts";
export { sandboxCoupangCategories } from "./categories.ts";
export type { CoupangFault } from "./gateway.ts";

export interface CoupangStandInOptions extends StandInOptions {
  account?: CoupangAccount;
  /** Default 20, so that a demonstration is brisk; the real mall allows 5. */
  requestsPerSecond?: number;
  /** How long a new product answers 400 "still being registered"; default a quarter of the review. */
  registeringMilliseconds?: number;
  /** How long a search by our code does not find a new product (about a minute at the real mall); default as above. */
  indexMilliseconds?: number;
}

const origin = "https://api-gateway.coupang.com";
const marketplace = `${origin}/v2/providers/seller_api/apis/api/v1/marketplace`;

/** Coupang played by us. It has no idempotency: the same create twice makes two products. */
export function createCoupangStandIn(options: CoupangStandInOptions) {
  const { account = sandboxCoupangAccount, requestsPerSecond = 20, now = Date.now } = options;
  const gateway = createGateway({ account, now, requestsPerSecond });
  const shelf = createShelf({ ...options, account, now });

  const handlers = [
    http.post(`${marketplace}/seller-products`, ({ request }) =>
      gateway.pass(request, async () => {
        const parsed = bodySchema.safeParse(await readJson(request));
        if (!parsed.success) return leftOut(parsed.error.issues[0]?.path);
        const complaints = complaintsAbout(parsed.data, account);
        if (complaints.length > 0) return refuseBody(complaints);
        return success("", shelf.create(parsed.data).id);
      }),
    ),
    http.put(`${marketplace}/seller-products`, ({ request }) =>
      gateway.pass(request, async () => {
        const parsed = bodySchema.safeParse(await readJson(request));
        if (!parsed.success) return leftOut(parsed.error.issues[0]?.path);
        const product = await shelf.find(parsed.data.sellerProductId);
        if (product === null) return refuse("a product that is not there", parsed.data.sellerProductId);
        if (shelf.isRegistering(product)) return refuse("a product still being registered", product.id);
        const complaints = complaintsAbout(parsed.data, account);
        if (complaints.length > 0) return refuseBody(complaints);
        const refusal = shelf.replace(product, parsed.data);
        return refusal === null ? success("", product.id) : refuse(...refusal);
      }),
    ),
    http.get(`${marketplace}/seller-products`, ({ request }) =>
      gateway.pass(request, async () => {
        const wanted = new URL(request.url).searchParams;
        if (wanted.get("vendorId") !== account.vendorId) return refuse("a list of another seller");
        const size = Number(wanted.get("maxPerPage") ?? 10);
        if (size > 100) return refuse("a page of 101");
        const page = Number(wanted.get("nextToken") || 1);
        const all = await shelf.summaries();
        const nextToken = page * size < all.length ? String(page + 1) : "";
        const data = all.slice((page - 1) * size, page * size);
        return HttpResponse.json({ code: "SUCCESS", message: "", nextToken, data });
      }),
    ),
    http.get(`${marketplace}/seller-products/external-vendor-sku-codes/:code`, ({ request, params }) =>
      gateway.pass(request, async () => success("", await shelf.search(String(params.code)))),
    ),
    http.get(`${marketplace}/seller-products/:id`, ({ request, params }) =>
      gateway.pass(request, () => withProduct(params.id, (product) => success("", shelf.describe(product)))),
    ),
    http.get(`${marketplace}/seller-products/:id/histories`, ({ request, params }) =>
      gateway.pass(request, () =>
        withProduct(params.id, (product) =>
          HttpResponse.json({ code: "SUCCESS", message: "", nextToken: "", data: product.history.toReversed() }),
        ),
      ),
    ),
    http.put(`${marketplace}/seller-products/:id/approvals`, ({ request, params }) =>
      gateway.pass(request, () =>
        withProduct(params.id, (product) => {
          const refusal = shelf.askApproval(product);
          return refusal === null ? success("", product.id) : refuse(...refusal);
        }),
      ),
    ),
    http.delete(`${marketplace}/seller-products/:id`, ({ request, params }) =>
      gateway.pass(request, () =>
        withProduct(params.id, (product) => {
          const refusal = shelf.remove(product);
          return refusal === null ? success("삭제되었습니다", String(product.id)) : refuse(...refusal);
        }),
      ),
    ),
    http.get(`${marketplace}/vendor-items/:id/inventories`, ({ request, params }) =>
      gateway.pass(request, async () => {
        const inventory = shelf.inventoryOf(Number(params.id));
        return inventory ? success("", inventory) : refuse("an option that is not there", params.id);
      }),
    ),
    http.put(`${marketplace}/vendor-items/:id/:what/:value`, ({ request, params }) =>
      gateway.pass(request, async () => {
        const forced = new URL(request.url).searchParams.get("forceSalePriceUpdate") === "true";
        const refusal = shelf.changeItem(Number(params.id), String(params.what), String(params.value), forced);
        return refusal === null ? success("변경을 완료했습니다.") : refuse(...refusal);
      }),
    ),
    http.get(`${marketplace}/meta/category-related-metas/display-category-codes/:code`, ({ request, params }) =>
      gateway.pass(request, async () => {
        const category = standInCategories.get(String(params.code));
        return category ? success("", category) : refuse("metadata of an unknown category");
      }),
    ),
    http.all(`${origin}/*`, ({ request }) => gateway.pass(request, async () => refuse("an unknown path"))),
  ];

  async function withProduct(id: unknown, answer: (product: ShelfProduct) => Response): Promise<Response> {
    const product = await shelf.find(Number(id));
    if (product === null) return refuse("a product that is not there", id);
    return shelf.isRegistering(product) ? refuse("a product still being registered", product.id) : answer(product);
  }

  return {
    key: "coupang",
    origin,
    handlers,
    listings: (): StandInListing[] => shelf.listings(),
    state: shelf.state,
    restore: shelf.restore,
    /** Which product a public page of this number shows. */
    remoteIdOfPage: shelf.remoteIdOfPage,
    failNext: gateway.failNext,
    block: gateway.block,
    allowAddress: gateway.allowAddress,
    answeredRequests: gateway.answered,
    deleteByHand: shelf.deleteByHand,
    duplicateByHand: shelf.duplicateByHand,
    listPastUs: shelf.listPastUs,
    /** The review turns it down for two reasons. */
    rejectByHand: shelf.rejectByHand,
    repriceByHand: shelf.repriceByHand,
    /** The sale of all its options, in the mall's own office. */
    stopByHand: shelf.stopByHand,
    /** The product as the mall's own reading shows it. */
    readProduct: async (id: number) => {
      const product = await shelf.find(id);
      return product === null ? null : shelf.describe(product);
    },
  } satisfies StandIn<ShelfState> & Record<string, unknown>;
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return null;
  }
}

/** A name the mall does not find ends in one of its null pointers. */
function leftOut(path: PropertyKey[] = []): Response {
  return refuse("a name left out", path.join("."));
}

const createFaults: Record<CreateFault, CoupangFault> = {
  "lost after create": "timeout_after",
  "cut after create": "cut_after",
  "cut before create": "cut_before",
  "rate limited": "rate_limited",
  "server error after create": "server_error",
  "unreadable after create": "garbage",
};

export const playedCoupang = played<ReturnType<typeof createCoupangStandIn>>({
  create: ({ storeAddress: _, ...options }) => createCoupangStandIn(options),
  categories: sandboxCoupangCategories,
  ownCalls: { price: /vendor-items\/\d+\/(original-)?prices\//, stock: /vendor-items\/\d+\/quantities\// },
  accountPage: 100,
  noLimits: { requestsPerSecond: 1_000_000 },
  fail: (standIn, fault) => standIn.failNext(createFaults[fault], "POST"),
  byHand: {
    delete: (standIn, remoteId) => standIn.deleteByHand(Number(remoteId)),
    duplicate: (standIn, remoteId) => standIn.duplicateByHand(Number(remoteId)),
    listPastUs: (standIn, remoteId) => standIn.listPastUs(Number(remoteId)),
    refuse: (standIn, remoteId, words) => standIn.rejectByHand(Number(remoteId), words),
    reprice: (standIn, remoteId, price) => standIn.repriceByHand(Number(remoteId), price),
    endTokens: null,
  },
  refusals: coupangRefusals,
  reviewRefusals: coupangReviewRefusals,
  refuse: refuseByName,
  cannotHappen: {
    "token expired": "Each request is signed by itself, with a key that lasts.",
    "tokens replaced by another worker": "There are no tokens.",
  },
});
