import { HttpResponse, http, type RequestHandler } from "msw";
import { holdOpen } from "../hold-open.ts";
import { type CreateFault, pastUs, played, type StandIn, type StandInOptions } from "../stand-in.ts";
import { type Cafe24Account, sandboxCafe24Account } from "./account.ts";
import { sandboxCafe24Categories } from "./categories.ts";
import { cafe24Refusals, refuse, refuseByName, tokenRefusals, trouble } from "./refusals.ts";
import {
  complaintAbout,
  createShelf,
  readNewOptions,
  readPicture,
  type ShelfProduct,
  type ShelfState,
  type ShelfVariant,
} from "./shelf.ts";
import { createTokenDesk, type TokenState } from "./tokens.ts";

/** What the next call of a kind meets. `…-after`: the mall acts first, and its answer is lost or spoiled. */
export type Cafe24Fault =
  | "429"
  | "429-retry-after"
  | "500"
  | "cut"
  | "timeout-after"
  | "cut-after"
  | "500-after"
  | "unreadable-after";

export type Cafe24Call = "token" | "create" | "update" | "picture" | "variants" | "read";

export interface Cafe24StandInOptions extends StandInOptions {
  account?: Cafe24Account;
  /** What the bucket of 40 loses in a second; 20 when absent, the real mall 2. */
  leaksPerSecond?: number;
}

export interface Cafe24State extends ShelfState {
  tokens: TokenState;
}

export interface Cafe24StandIn extends StandIn<Cafe24State> {
  failNext(fault: Cafe24Fault, on: Cafe24Call): void;
  callsTo(call: Cafe24Call): number;
  /** Ends every access token. */
  endTokens(): void;
  /** The shop takes its consent back; a new one gives this refresh token. */
  revoke(next: string): void;
  duplicateByHand(remoteId: string): void;
  listPastUs(remoteId: string): void;
  deleteByHand(remoteId: string): void;
  stored(remoteId: string): ShelfProduct | null;
}

const bucketSize = 40;

/** A shop at Cafe24 played by us. */
export function createCafe24StandIn(options: Cafe24StandInOptions): Cafe24StandIn {
  const { account = sandboxCafe24Account, now = Date.now, leaksPerSecond = 20 } = options;
  const origin = `https://${account.mallId}.cafe24api.com`;
  const shelf = createShelf(now, origin);
  const tokens = createTokenDesk(account, now);
  const faults: { fault: Cafe24Fault; on: Cafe24Call }[] = [];
  const calls = new Map<Cafe24Call, number>();
  let level = 0;
  let leakedAt = now();

  type Params = Record<string, unknown>;
  type Work = (params: Params, body: Record<string, unknown>, request: Request) => Promise<Response> | Response;

  async function meetFault(call: Cafe24Call, request: Request, work: () => Promise<Response> | Response) {
    calls.set(call, (calls.get(call) ?? 0) + 1);
    const index = faults.findIndex(({ on }) => on === call);
    const fault = index < 0 ? null : faults.splice(index, 1)[0]?.fault;
    if (fault === "429") return refuse("a full bucket");
    if (fault === "429-retry-after") {
      const refused = refuse("a full bucket");
      refused.headers.set("retry-after", "7");
      return refused;
    }
    if (fault === "500") return trouble(500);
    if (fault === "cut") return HttpResponse.error();
    const answer = await work();
    if (fault === "cut-after") return HttpResponse.error();
    if (fault === "500-after") return trouble(503);
    if (fault === "unreadable-after") return HttpResponse.html("<html>점검 중</html>");
    if (fault === "timeout-after") await holdOpen(request.signal);
    return answer;
  }

  /** A leaky bucket: what a call adds drips out again; the 41st finds it full. */
  function fill(): boolean {
    level = Math.max(0, level - ((now() - leakedAt) / 1000) * leaksPerSecond);
    leakedAt = now();
    if (level + 1 > bucketSize) return false;
    level += 1;
    return true;
  }

  function behind(call: Cafe24Call, work: Work) {
    return async ({ request, params }: { request: Request; params: Params }) => {
      const answer = await meetFault(call, request, async () => {
        if (!fill()) return refuse("a full bucket");
        if (!/^\d{4}-\d\d-\d\d$/.test(request.headers.get("x-cafe24-api-version") ?? "")) {
          return refuse("no version");
        }
        const token = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
        if (!tokens.isGood(token)) return refuse("no token");
        const body = ["GET", "DELETE"].includes(request.method) ? {} : await readJson(request);
        if (body === null) return refuse("no JSON");
        return work(params, body, request);
      });
      if (answer.type === "error") return answer;
      answer.headers.set("X-Api-Call-Limit", `${Math.ceil(level)}/${bucketSize}`);
      answer.headers.set("X-Cafe24-Call-Usage", String([...calls.values()].reduce((sum, one) => sum + one, 0)));
      answer.headers.set("X-Cafe24-Call-Remain", "0");
      return answer;
    };
  }

  const withProduct =
    (work: (product: ShelfProduct, body: Record<string, unknown>) => Promise<Response> | Response): Work =>
    (params, body) => {
      const product = shelf.find(params.no);
      return product ? work(product, body) : refuse("a product that is not there");
    };

  const shown = (product: ShelfProduct, status = 200) =>
    HttpResponse.json({ product: shelf.describe(product) }, { status });

  const base = `${origin}/api/v2/admin`;
  const handlers: RequestHandler[] = [
    http.post(`${origin}/api/v2/oauth/token`, ({ request }) =>
      meetFault("token", request, () => tokens.answer(request)),
    ),
    http.get(
      `${base}/products`,
      behind("read", (_params, _body, request) => {
        const wanted = new URL(request.url).searchParams;
        const limit = Number(wanted.get("limit") ?? 10);
        if (!(limit <= 100)) return refuse("a page of 101");
        const above = Number(wanted.get("since_product_no") ?? 0);
        const found = shelf.withCode(wanted.get("custom_product_code") ?? "");
        const shown = found.filter(({ product_no }) => product_no > above).slice(0, limit);
        return HttpResponse.json({ products: shown.map(shelf.describe) });
      }),
    ),
    http.post(
      `${base}/products`,
      behind("create", (_, body) => {
        const request = wrapped(body);
        if (!request) return refuse("no wrapper", "request");
        const complaint = complaintAbout(request, true);
        return complaint === null ? shown(shelf.create(request), 201) : refuse(...complaint);
      }),
    ),
    http.post(
      `${base}/products/images`,
      behind("picture", async (_, { requests }) => {
        if (!Array.isArray(requests)) return refuse("no wrapper", "requests");
        if (requests.length > 20) return refuse("21 pictures in one upload");
        const read = await Promise.all(requests.map((one: { image?: unknown }) => readPicture(one.image, 10_000_000)));
        if (read.some((bytes) => bytes === null)) return refuse("what is no picture");
        return HttpResponse.json(
          { images: read.map((bytes) => ({ path: shelf.keepUpload(bytes ?? new Uint8Array()) })) },
          { status: 201 },
        );
      }),
    ),
    http.get(
      `${base}/products/:no`,
      behind(
        "read",
        withProduct((product) => shown(product)),
      ),
    ),
    // What is not there stays as it is.
    http.put(
      `${base}/products/:no`,
      behind(
        "update",
        withProduct((product, body) => {
          const request = wrapped(body);
          if (!request) return refuse("no wrapper", "request");
          const complaint = complaintAbout(request, false);
          if (complaint !== null) return refuse(...complaint);
          Object.assign(product.body, request);
          return shown(product);
        }),
      ),
    ),
    http.delete(
      `${base}/products/:no`,
      behind(
        "update",
        withProduct((product) => {
          shelf.remove(product.product_no);
          return HttpResponse.json({ product: { shop_no: 1, product_no: product.product_no } });
        }),
      ),
    ),
    http.post(
      `${base}/products/:no/images`,
      behind(
        "picture",
        withProduct(async (product, body) => {
          const request = wrapped(body);
          if (!request) return refuse("no wrapper", "request");
          // A path from the general upload is not taken here.
          const picture = await readPicture(request.detail_image, 10_000_000);
          if (request.image_upload_type !== "A" || picture === null) return refuse("a path as the main picture");
          product.picture = picture;
          return HttpResponse.json({ image: shelf.describe(product) }, { status: 201 });
        }),
      ),
    ),
    http.post(
      `${base}/products/:no/additionalimages`,
      behind(
        "picture",
        withProduct(async (product, body) => {
          const given = wrapped(body)?.additional_image;
          if (!Array.isArray(given)) return refuse("no wrapper", "request");
          const all = given.length + product.additional.length;
          if (all > 20) return refuse("21 further pictures");
          if (given.join("").length > 30_000_000) return refuse("30 megabytes of further pictures");
          const read = await Promise.all(given.map((one) => readPicture(one, 5_000_000)));
          if (read.some((bytes) => bytes === null)) return refuse("a further picture that is none");
          product.additional.push(...read.filter((bytes) => bytes !== null));
          return HttpResponse.json({ additionalimage: {} }, { status: 201 });
        }),
      ),
    ),
    http.delete(
      `${base}/products/:no/additionalimages`,
      behind(
        "picture",
        withProduct((product) => {
          if (product.additional.length === 0) return refuse("no further pictures to delete");
          product.additional = [];
          return HttpResponse.json({ additionalimage: {} });
        }),
      ),
    ),
    http.post(
      `${base}/products/:no/options`,
      behind(
        "variants",
        withProduct((product, body) => {
          const request = wrapped(body);
          if (!request) return refuse("no wrapper", "request");
          if (product.variants.some(({ options }) => options !== null)) return refuse("options where there are some");
          const options = readNewOptions(request);
          if (options === null) return refuse("options under the names of a create");
          product.variants = shelf.variantsOf(product.product_no, options);
          return HttpResponse.json({ option: request }, { status: 201 });
        }),
      ),
    ),
    http.delete(
      `${base}/products/:no/options`,
      behind(
        "variants",
        withProduct((product) => {
          if (product.variants.every(({ options }) => options === null)) return refuse("no options to delete");
          product.variants = shelf.variantsOf(product.product_no, []);
          return HttpResponse.json({ option: { product_no: product.product_no } });
        }),
      ),
    ),
    http.get(
      `${base}/products/:no/variants`,
      behind(
        "variants",
        withProduct(({ variants }) => HttpResponse.json({ variants })),
      ),
    ),
    http.put(
      `${base}/products/:no/variants`,
      behind(
        "variants",
        withProduct(({ variants }, { requests }) => {
          if (!Array.isArray(requests)) return refuse("no wrapper", "requests");
          if (requests.length > 100) return refuse("101 variants at once");
          for (const change of requests as Partial<ShelfVariant>[]) {
            const variant = variants.find(({ variant_code }) => variant_code === change.variant_code);
            if (!variant) return refuse("a variant that is not there");
            if (!Number.isInteger(change.quantity) || (change.quantity ?? 0) < 0)
              return refuse("a quantity below nothing");
            Object.assign(variant, change);
          }
          return HttpResponse.json({ variants });
        }),
      ),
    ),
    http.get(`${origin}/web/product/big/:file`, ({ params }) => {
      const picture = shelf.find(Number.parseInt(String(params.file), 10))?.picture;
      if (!picture) return new HttpResponse(null, { status: 404 });
      return HttpResponse.arrayBuffer(new Uint8Array(picture).buffer, { headers: { "content-type": "image/jpeg" } });
    }),
  ];

  return {
    key: "cafe24",
    origin,
    handlers,
    listings: shelf.listings,
    state: () => ({ ...shelf.state(), tokens: tokens.state() }),
    restore: ({ tokens: kept, ...products }) => {
      tokens.restore(kept);
      shelf.restore(products);
    },
    failNext: (fault, on) => void faults.push({ fault, on }),
    callsTo: (call) => calls.get(call) ?? 0,
    endTokens: tokens.endAccess,
    revoke: tokens.revoke,
    duplicateByHand: (remoteId) => {
      const product = shelf.find(remoteId);
      if (product) shelf.create(product.body).picture = product.picture;
    },
    listPastUs: (remoteId) => {
      const product = shelf.find(remoteId);
      if (!product) return;
      const { custom_product_code: _, ...body } = product.body;
      shelf.create({ ...body, product_name: pastUs }).picture = product.picture;
    },
    deleteByHand: (remoteId) => void shelf.remove(Number(remoteId)),
    stored: (remoteId) => shelf.find(remoteId),
  };
}

function wrapped({ request }: Record<string, unknown>): Record<string, unknown> | null {
  return typeof request === "object" && request !== null ? (request as Record<string, unknown>) : null;
}

async function readJson(request: Request): Promise<Record<string, unknown> | null> {
  try {
    const body: unknown = await request.json();
    return typeof body === "object" && body !== null ? (body as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const createFaults: Record<CreateFault, Cafe24Fault> = {
  "lost after create": "timeout-after",
  "cut after create": "cut-after",
  "cut before create": "cut",
  "rate limited": "429",
  "server error after create": "500-after",
  "unreadable after create": "unreadable-after",
};

export const playedCafe24 = played<Cafe24StandIn>({
  create: ({ storeAddress: _, ...options }) => createCafe24StandIn(options),
  categories: sandboxCafe24Categories,
  ownCalls: { price: /^PUT .*\/products\/\d+$/, stock: /^PUT .*\/variants$/ },
  accountPage: 100,
  noLimits: { leaksPerSecond: 1_000_000 },
  fail: (standIn, fault) => standIn.failNext(createFaults[fault], "create"),
  byHand: {
    delete: (standIn, remoteId) => standIn.deleteByHand(remoteId),
    duplicate: (standIn, remoteId) => standIn.duplicateByHand(remoteId),
    listPastUs: (standIn, remoteId) => standIn.listPastUs(remoteId),
    refuse: null,
    reprice: (standIn, remoteId, price) => {
      const product = standIn.stored(remoteId);
      if (product) product.body.price = `${price}.00`;
    },
    endTokens: (standIn) => standIn.endTokens(),
  },
  refusals: cafe24Refusals,
  tokenRefusals,
  refuse: refuseByName,
  cannotHappen: { "rejection hours later": "Nobody reviews what a shop of its own sells." },
  // It holds what buys the next token.
  onlyOnce: /oauth\/token$/,
});
