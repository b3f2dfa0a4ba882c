import { HttpResponse, http, type RequestHandler } from "msw";
import { categories } from "#app/domain/product/categories.ts";
import { holdOpen } from "../hold-open.ts";
import { type CreateFault, played, type StandIn, type StandInListing, type StandInOptions } from "../stand-in.ts";
import { sandboxGachiSapsidaToken } from "./account.ts";
import { type OpenedPackage, openPackage, sha256 } from "./operator.ts";
import { type DeskRule, gachiSapsidaRefusals, gachiSapsidaReviewRefusals, reason, refuse } from "./refusals.ts";

const origin = "https://handover.gachi-sapsida.example";

/** The operator has no codes of its own and sorts by the programme's. */
export const sandboxGachiSapsidaCategories: Record<string, string> = Object.fromEntries(
  categories.map(({ key }) => [key, key]),
);

/** What goes wrong with the next delivery; kinds with `-after` take the package first and then lose the answer. */
export type GachiSapsidaFault = "429" | "503" | "cut" | "timeout-after" | "cut-after" | "503-after";

export interface GachiSapsidaStandInOptions extends StandInOptions {
  token: string;
  /** Address of a published product's page. */
  pageUrlOf?: (reference: string) => string;
}

/** What it still knows when it is started again. */
export interface GachiSapsidaState {
  held: Map<string, HeldPackage>;
  received: number;
}

export interface GachiSapsidaStandIn extends StandIn<GachiSapsidaState> {
  failNext(fault: GachiSapsidaFault): void;
  /** The next package is sent back for these reasons, whatever is in it. */
  returnNext(...reasons: string[]): void;
  /** The operator throws a package away. */
  forget(reference: string): void;
  /** The review of a package that is there ends with these reasons. */
  returnByHand(reference: string, ...reasons: string[]): void;
  repriceByHand(reference: string, price: number): void;
  /** How many packages were taken in, repeats of the same bytes not counted. */
  received(): number;
}

interface HeldPackage {
  reference: string;
  hash: string;
  opened: OpenedPackage;
  reasons: string[];
  receivedAt: number;
  firstReceivedAt: number;
  withdrawalAskedAt: number | null;
}

/**
 * The operator's desk: takes packages in, looks into them, and puts them on sale or sends them back with reasons. The
 * protocol is Baekseon's own, as is the desk: the real operator publishes none.
 */
export function createGachiSapsidaStandIn(options: GachiSapsidaStandInOptions): GachiSapsidaStandIn {
  const { reviewMilliseconds, token, now = Date.now } = options;
  const { pageUrlOf = (reference: string) => `https://www.gachi-sapsida.example/products/${reference}` } = options;
  let held = new Map<string, HeldPackage>();
  const faults: GachiSapsidaFault[] = [];
  const returns: string[][] = [];
  let received = 0;

  async function deliver(reference: string, request: Request): Promise<Response> {
    const bytes = Buffer.from(await request.arrayBuffer());
    const hash = sha256(bytes);
    if (request.headers.get("content-type") !== "application/zip") return refuse("another type than zip");
    if (request.headers.get("x-content-sha256") !== hash) return refuse("a package damaged on its way");
    const opened = await openPackage(bytes, reference);
    if (!opened) return refuse("no package");
    const before = held.get(reference);
    if (before?.hash !== hash || stateOf(before) === "withdrawn") {
      const receivedAt = now();
      const reasons = returns.shift() ?? opened.faults;
      const firstReceivedAt = before?.firstReceivedAt ?? receivedAt;
      held.set(reference, { reference, hash, opened, reasons, receivedAt, firstReceivedAt, withdrawalAskedAt: null });
      received += 1;
    }
    return HttpResponse.json({ state: "received" });
  }

  function stateOf({ receivedAt, withdrawalAskedAt, reasons }: HeldPackage) {
    if (withdrawalAskedAt !== null) {
      return now() - withdrawalAskedAt >= reviewMilliseconds ? "withdrawn" : "withdrawal_asked";
    }
    const waited = now() - receivedAt;
    if (waited < reviewMilliseconds / 2) return "received";
    if (waited < reviewMilliseconds) return "reviewed";
    return reasons.length > 0 ? "returned" : "published";
  }

  function read(reference: string): Response {
    const found = held.get(reference);
    if (!found) return refuse("what was never received");
    const state = stateOf(found);
    return HttpResponse.json({
      state,
      reasons: state === "returned" ? found.reasons : [],
      pageUrl: state === "published" ? pageUrlOf(reference) : null,
      remoteId: null,
    });
  }

  function askWithdrawal(reference: string): Response {
    const found = held.get(reference);
    if (!found) return refuse("what was never received");
    found.withdrawalAskedAt ??= now();
    return HttpResponse.json({ state: stateOf(found) });
  }

  function listing(one: HeldPackage): StandInListing {
    const { reference, opened, firstReceivedAt } = one;
    const states = {
      received: "in_review",
      reviewed: "in_review",
      published: "live",
      returned: "refused",
      withdrawal_asked: "live",
      withdrawn: "withdrawn",
    } as const;
    return {
      reference,
      remoteId: reference,
      name: opened.name,
      price: opened.price,
      stock: opened.stock,
      state: states[stateOf(one)],
      pictureUrl: opened.picture ? `${origin}/pictures/${reference}.jpg` : null,
      disclosure: opened.disclosure,
      createdAt: new Date(firstReceivedAt),
    };
  }

  function guarded(work: (reference: string, request: Request) => Promise<Response> | Response) {
    return async ({ request, params }: { request: Request; params: Record<string, unknown> }) => {
      if (request.headers.get("authorization") !== `Bearer ${token}`) return refuse("a wrong token");
      const fault = request.method === "PUT" ? faults.shift() : undefined;
      if (fault === "429") return new HttpResponse(null, { status: 429, headers: { "retry-after": "5" } });
      if (fault === "503") return new HttpResponse(null, { status: 503 });
      if (fault === "cut") return HttpResponse.error();
      const answer = await work(String(params.reference), request);
      if (fault === "cut-after") return HttpResponse.error();
      if (fault === "503-after") return new HttpResponse(null, { status: 503 });
      if (fault === "timeout-after") await holdOpen(request.signal);
      return answer;
    };
  }

  const handlers: RequestHandler[] = [
    http.put(`${origin}/packages/:reference`, guarded(deliver)),
    http.get(`${origin}/packages/:reference`, guarded(read)),
    http.post(`${origin}/packages/:reference/withdrawal`, guarded(askWithdrawal)),
    http.get(`${origin}/pictures/:file`, ({ params }) => {
      const picture = held.get(String(params.file).replace(/\.jpg$/, ""))?.opened.picture;
      if (!picture) return new HttpResponse(null, { status: 404 });
      return HttpResponse.arrayBuffer(new Uint8Array(picture).buffer, { headers: { "content-type": "image/jpeg" } });
    }),
  ];

  return {
    key: "gachi-sapsida",
    origin,
    handlers,
    listings: () => [...held.values()].map(listing),
    state: () => ({ held, received }),
    restore: (state) => {
      ({ held, received } = state);
    },
    failNext: (fault) => {
      faults.push(fault);
    },
    returnNext: (...reasons) => {
      returns.push(reasons);
    },
    received: () => received,
    forget: (reference) => void held.delete(reference),
    returnByHand: (reference, ...reasons) => {
      const found = held.get(reference);
      if (found) found.reasons = reasons;
    },
    repriceByHand: (reference, price) => {
      const found = held.get(reference);
      if (found) found.opened.price = price;
    },
  };
}

const createFaults: Record<CreateFault, GachiSapsidaFault> = {
  "lost after create": "timeout-after",
  "cut after create": "cut-after",
  "cut before create": "cut",
  "rate limited": "429",
  "server error after create": "503-after",
  // A delivery's answer holds nothing to read.
  "unreadable after create": "503-after",
};

export const playedGachiSapsida = played<GachiSapsidaStandIn>({
  create: ({ storeAddress, ...options }) =>
    createGachiSapsidaStandIn({
      ...options,
      token: sandboxGachiSapsidaToken,
      pageUrlOf: (reference) => `${storeAddress()}/${reference}`,
    }),
  categories: sandboxGachiSapsidaCategories,
  ownCalls: { price: null, stock: null },
  fail: (standIn, fault) => standIn.failNext(createFaults[fault]),
  byHand: {
    delete: (standIn, remoteId) => standIn.forget(remoteId),
    duplicate: null,
    listPastUs: null,
    refuse: (standIn, remoteId, words = reason("a paper that is missing")) =>
      standIn.returnByHand(remoteId, ...words.split("|")),
    reprice: (standIn, remoteId, price) => standIn.repriceByHand(remoteId, price),
    endTokens: null,
  },
  refusals: gachiSapsidaRefusals,
  reviewRefusals: gachiSapsidaReviewRefusals,
  refuse: (rule) => refuse(rule as DeskRule),
  cannotHappen: {
    "listing doubled by a human": "The desk keeps one package of a reference.",
    "price changed by a human": "What was handed over is answered by hand, and no price is told.",
    "token expired": "Its token lasts.",
    "tokens replaced by another worker": "Its token lasts.",
  },
});
