import { HttpResponse, http, type RequestHandler } from "msw";
import { z } from "zod";
import type { MallKey } from "#app/channels/contract.ts";
import { holdOpen } from "../../hold-open.ts";
import { type CreateFault, played, type StandIn, type StandInListing, type StandInOptions } from "../../stand-in.ts";
import { sandboxCornerKey } from "./account.ts";
import { sandboxCornerCategories } from "./categories.ts";
import { type CornerRule, cornerRefusals, type GoodsRule, refuse } from "./refusals.ts";

const sent = z.object({
  code: z.string(),
  name: z.string(),
  category: z.string().nullable(),
  price: z.number(),
  stock: z.number(),
  pictures: z.array(z.string()),
  notice: z.array(z.object({ label: z.string(), value: z.string() })),
  page: z.string(),
  shown: z.boolean(),
});
type Goods = z.infer<typeof sent> & { id: number; createdAt: number };

interface CornerState {
  lastId: number;
  goods: Map<number, Goods>;
}

export interface CornerStandIn extends StandIn<CornerState> {
  failNext(fault: CreateFault): void;
  goods(remoteId: string): Goods | null;
  duplicate(remoteId: string): void;
  remove(remoteId: string): void;
}

const origin = "https://api.corner-market.example";
const known = new Set(Object.values(sandboxCornerCategories));

function ruleBrokenBy({ name, price, category, pictures }: z.infer<typeof sent>): GoodsRule | null {
  if (name.trim() === "") return "no name";
  if (name.length > 40) return "a name of 41 characters";
  if (price <= 0) return "no price";
  if (category === null || !known.has(category)) return "an unknown category";
  return pictures.length === 0 ? "no picture" : null;
}

export function createCornerStandIn({ now = Date.now }: StandInOptions): CornerStandIn {
  let state: CornerState = { lastId: 0, goods: new Map() };
  const faults: CreateFault[] = [];

  function keep(body: z.infer<typeof sent>, id?: number): Goods {
    state.lastId = Math.max(state.lastId + 1, now());
    const goods = { ...body, id: id ?? state.lastId, createdAt: state.goods.get(id ?? 0)?.createdAt ?? now() };
    state.goods.set(goods.id, goods);
    return goods;
  }

  type Work = (request: Request, id: number) => Promise<Response> | Response;
  const behindKey =
    (work: Work) =>
    async ({ request, params }: { request: Request; params: Record<string, unknown> }) =>
      request.headers.get("x-api-key") === sandboxCornerKey ? work(request, Number(params.id)) : refuse("no key");

  const taking =
    (id?: number): Work =>
    async (request) => {
      const body = sent.parse(await request.json());
      const broken = ruleBrokenBy(body);
      return broken ? refuse(broken) : HttpResponse.json({ goods: [keep(body, id)] }, { status: 201 });
    };

  const create: Work = async (request, id) => {
    const fault = faults.shift();
    if (fault === "rate limited") return new HttpResponse(null, { status: 429 });
    if (fault === "cut before create") return HttpResponse.error();
    const answer = await taking()(request, id);
    if (fault === "cut after create") return HttpResponse.error();
    if (fault === "server error after create") return new HttpResponse(null, { status: 500 });
    if (fault === "unreadable after create") return HttpResponse.html("<html>점검 중</html>");
    if (fault === "lost after create") await holdOpen(request.signal);
    return answer;
  };

  const handlers: RequestHandler[] = [
    http.post(`${origin}/goods`, behindKey(create)),
    http.put(
      `${origin}/goods/:id`,
      behindKey((request, id) => (state.goods.has(id) ? taking(id)(request, id) : refuse("goods that are not there"))),
    ),
    http.put(
      `${origin}/goods/:id/shown`,
      behindKey(async (request, id) => {
        const goods = state.goods.get(id);
        if (!goods) return refuse("goods that are not there");
        goods.shown = z.object({ shown: z.boolean() }).parse(await request.json()).shown;
        return HttpResponse.json({ goods: [goods] });
      }),
    ),
    http.get(
      `${origin}/goods`,
      behindKey(({ url }) => {
        const code = new URL(url).searchParams.get("code");
        return HttpResponse.json({ goods: [...state.goods.values()].filter((one) => one.code === code) });
      }),
    ),
  ];

  const listing = ({ id, code, name, price, stock, shown, pictures, notice, createdAt }: Goods): StandInListing => ({
    reference: code,
    remoteId: String(id),
    name,
    price,
    stock,
    state: shown ? "live" : "withdrawn",
    pictureUrl: pictures[0] ?? null,
    disclosure: notice.map(({ label, value }) => [label, value]),
    createdAt: new Date(createdAt),
  });

  return {
    key: "corner" as MallKey,
    origin,
    handlers,
    listings: () => [...state.goods.values()].map(listing),
    state: () => state,
    restore: (kept) => {
      state = kept;
    },
    failNext: (fault) => void faults.push(fault),
    goods: (remoteId) => state.goods.get(Number(remoteId)) ?? null,
    duplicate: (remoteId) => {
      const goods = state.goods.get(Number(remoteId));
      if (goods) keep(goods);
    },
    remove: (remoteId) => void state.goods.delete(Number(remoteId)),
  };
}

export const playedCorner = played<CornerStandIn>({
  create: ({ storeAddress: _, ...options }) => createCornerStandIn(options),
  categories: sandboxCornerCategories,
  ownCalls: { price: null, stock: null },
  fail: (standIn, fault) => standIn.failNext(fault),
  byHand: {
    delete: (standIn, remoteId) => standIn.remove(remoteId),
    duplicate: (standIn, remoteId) => standIn.duplicate(remoteId),
    listPastUs: null,
    refuse: null,
    reprice: (standIn, remoteId, price) => void Object.assign(standIn.goods(remoteId) ?? {}, { price }),
    endTokens: null,
  },
  refusals: cornerRefusals,
  refuse: (rule) => refuse(rule as CornerRule),
  cannotHappen: {
    "rejection hours later": "Nobody reviews what is sold there.",
    "token expired": "Its key lasts.",
    "tokens replaced by another worker": "There are no tokens.",
  },
});
