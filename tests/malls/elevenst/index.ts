import { HttpResponse, http, type RequestHandler } from "msw";
import { tag, textOf, textTag, type XmlElement } from "#app/services/xml/xml-tree.ts";
import { holdOpen } from "../hold-open.ts";
import { type CreateFault, pastUs, played, type StandIn, type StandInOptions } from "../stand-in.ts";
import { type ElevenstAccount, sandboxElevenstAccount } from "./account.ts";
import { sandboxElevenstCategories } from "./categories.ts";
import { clientMessage, decode, parse, xmlAnswer } from "./euc-kr-xml.ts";
import { complaintAbout } from "./product-rules.ts";
import { type ElevenstRule, elevenstRefusals, refuse } from "./refusals.ts";
import { createShelf, origin, type ShelfProduct, type ShelfState } from "./shelf.ts";

/** What the next create or update meets. `…-after`: the mall acts first, and its answer is lost or spoiled. */
export type ElevenstFault =
  | "429"
  | "429-retry-after"
  | "500"
  | "cut"
  | "timeout-after"
  | "cut-after"
  | "500-after"
  | "unreadable-after"
  /** Made, and the number comes as an attribute. */
  | "number-as-attribute"
  /** Made, and the answer does not say which. */
  | "no-number";

export interface ElevenstStandInOptions extends StandInOptions {
  account?: ElevenstAccount;
  /** New products a day in Seoul; the real mall allows 500. */
  dailyCreates?: number;
}

export interface ElevenstStandIn extends StandIn<ShelfState> {
  failNext(fault: ElevenstFault): void;
  /** Requests of any kind. */
  requests(): number;
  spendQuota(): void;
  duplicateByHand(remoteId: string): void;
  listPastUs(remoteId: string): void;
  deleteByHand(remoteId: string): void;
  /** The mall's own inspection bans it. */
  prohibit(remoteId: string): void;
  repriceByHand(remoteId: string, price: number): void;
  /** The product as the mall holds it. */
  stored(remoteId: string): XmlElement | null;
}

const base = `${origin}/rest`;

/** 11번가 played by us. It has no idempotency: the same create twice makes two products. */
export function createElevenstStandIn(options: ElevenstStandInOptions): ElevenstStandIn {
  const { account = sandboxElevenstAccount, now = Date.now, dailyCreates = 500 } = options;
  const shelf = createShelf({ ...options, now, dailyCreates });
  const faults: ElevenstFault[] = [];
  let requests = 0;

  type Work = (request: Request, params: Record<string, unknown>) => Promise<Response> | Response;

  function behindKey(work: Work) {
    return async ({ request, params }: { request: Request; params: Record<string, unknown> }) => {
      requests += 1;
      const key = request.headers.get("openapikey");
      if (!key) return refuse("no key");
      if (key !== account.apiKey) return refuse("an unknown key");
      return work(request, params);
    };
  }

  /** Creates and updates: the mall's own way of reading, and a test's faults. */
  function taking(work: (product: XmlElement, params: Record<string, unknown>) => Promise<Response>) {
    return behindKey(async (request, params) => {
      const fault = faults.shift();
      if (fault === "429") return new HttpResponse(null, { status: 429 });
      if (fault === "429-retry-after") return new HttpResponse(null, { status: 429, headers: { "retry-after": "7" } });
      if (fault === "500") return new HttpResponse("Internal Server Error", { status: 500 });
      if (fault === "cut") return HttpResponse.error();
      const answer = await readAndWork(request, params, work);
      if (fault === "cut-after") return HttpResponse.error();
      if (fault === "500-after") return new HttpResponse("Internal Server Error", { status: 500 });
      if (fault === "unreadable-after") return HttpResponse.html("<html>서비스 점검 중<br></html>");
      if (fault === "timeout-after") await holdOpen(request.signal);
      const made = /<productNo>(\d+)</.exec(await answer.clone().text())?.[1];
      if (made && fault === "number-as-attribute") {
        return xmlAnswer("ClientMessage", `<message productNo="${made}"/><resultCode>200</resultCode>`);
      }
      return made && fault === "no-number" ? clientMessage("200", "상품이 등록되었습니다.") : answer;
    });
  }

  async function readAndWork(
    request: Request,
    params: Record<string, unknown>,
    work: (given: XmlElement, params: Record<string, unknown>) => Promise<Response> | Response,
    root = "Product",
  ): Promise<Response> {
    const type = (request.headers.get("content-type") ?? "").replaceAll(" ", "").toLowerCase();
    if (type !== "text/xml;charset=euc-kr") return refuse("another type than XML in EUC-KR");
    const text = decode(new Uint8Array(await request.arrayBuffer()));
    if (text === null) return refuse("letters outside KS X 1001");
    const given = parse(text);
    return given?.name === root ? work(given, params) : refuse("no XML");
  }

  async function create(product: XmlElement): Promise<Response> {
    if (!shelf.mayCreate()) return refuse("the daily number of creates", dailyCreates);
    const complaint = complaintAbout(product, account);
    if (complaint !== null) return refuse(...complaint);
    const copied = await shelf.copyPictures(product);
    if ("broken" in copied) return refuse(...copied.broken);
    return clientMessage("200", "상품이 등록되었습니다.", String(shelf.create(product, copied.pictures).prdNo));
  }

  /** Replaces everything: what is not there is lost. */
  async function update(product: XmlElement, { prdNo }: Record<string, unknown>): Promise<Response> {
    const known = shelf.find(prdNo);
    if (!known) return refuse("a product that is not there");
    const complaint = complaintAbout(product, account);
    if (complaint !== null) return refuse(...complaint);
    const refusal = priceChangeRefused(known, Number(textOf(product, "selPrc")));
    if (refusal) return refusal;
    const copied = await shelf.copyPictures(product);
    if ("broken" in copied) return refuse(...copied.broken);
    Object.assign(known, { body: product, pictures: copied.pictures });
    return clientMessage("200", "상품이 수정되었습니다.", String(known.prdNo));
  }

  /** From `start` to `end`, counted from 1, and never more than `limit`. */
  function list(wanted: XmlElement): Response {
    const number = (name: string) => Number(textOf(wanted, name));
    const [limit, start, end] = [number("limit"), number("start"), number("end")];
    if (!(limit <= 500)) return refuse("a list of 501");
    const found = shelf.all().slice(start - 1, Math.min(end, start - 1 + limit));
    return xmlAnswer("products", found.map((one) => tag("product", described(one))).join(""));
  }

  const changePrice: Work = (_, { prdNo, price }) => {
    const product = shelf.find(prdNo);
    if (!product) return refuse("a product that is not there");
    const wanted = Number(price);
    if (!(wanted >= 10 && wanted <= 999_999_990 && wanted % 10 === 0)) {
      return refuse("another price out of bounds");
    }
    const refusal = priceChangeRefused(product, wanted);
    if (refusal) return refusal;
    const children = product.body.children.map((child) =>
      child.name === "selPrc" ? { ...child, text: String(wanted) } : child,
    );
    product.body = { ...product.body, children };
    return clientMessage("200", "판매가가 수정되었습니다.", String(product.prdNo));
  };

  function show(to: "103" | "105"): Work {
    return (_, { prdNo }) => {
      const product = shelf.find(prdNo);
      if (!product) return refuse("a product that is not there");
      if (!["103", "104", "105"].includes(product.status) && to === "103") {
        return refuse("putting up what was banned");
      }
      Object.assign(product, { status: to, reviewAt: null });
      return clientMessage(
        "200",
        to === "105" ? "전시중지되었습니다." : "전시중지가 해제되었습니다.",
        String(product.prdNo),
      );
    };
  }

  const handlers: RequestHandler[] = [
    http.post(`${base}/prodservices/product`, taking(create)),
    http.put(`${base}/prodservices/product/:prdNo`, taking(update)),
    http.get(`${base}/prodservices/product/price/:prdNo/:price`, behindKey(changePrice)),
    http.put(`${base}/prodstatservice/stat/stopdisplay/:prdNo`, behindKey(show("105"))),
    http.put(`${base}/prodstatservice/stat/restartdisplay/:prdNo`, behindKey(show("103"))),
    http.get(
      `${base}/prodmarketservice/prodmarket/:prdNo`,
      behindKey((_, { prdNo }) => {
        const product = shelf.find(prdNo);
        return product ? xmlAnswer("Product", described(product)) : refuse("a product that is not there");
      }),
    ),
    http.post(
      `${base}/prodmarketservice/prodmarket`,
      behindKey((request, params) => readAndWork(request, params, list, "SearchProduct")),
    ),
    http.get(
      `${base}/prodmarketservice/sellerprodcode/:code`,
      behindKey((_, { code }) =>
        xmlAnswer(
          "products",
          shelf
            .withCode(String(code))
            .map((one) => tag("product", described(one)))
            .join(""),
        ),
      ),
    ),
    http.get(
      `${base}/areaservice/:kind`,
      behindKey((_, { kind }) => {
        const addrSeq = kind === "outboundarea" ? account.outboundAddress : account.returnAddress;
        const fields = textTag("addrSeq", addrSeq) + textTag("addrNm", "백선") + textTag("memNo", account.memNo);
        return xmlAnswer("inOutAddresss", tag("inOutAddress", fields));
      }),
    ),
    http.get(`${origin}/pictures/:prdNo/:file`, ({ params }) => {
      const bytes = shelf.find(params.prdNo)?.pictures[Number.parseInt(String(params.file), 10)];
      if (!bytes) return new HttpResponse(null, { status: 404 });
      return HttpResponse.arrayBuffer(new Uint8Array(bytes).buffer, { headers: { "content-type": "image/jpeg" } });
    }),
    // An unknown path, a wrong method and a service that is not switched on look alike.
    http.all(`${base}/*`, () => refuse("an unknown path or method")),
  ];

  return {
    key: "elevenst",
    origin,
    handlers,
    listings: shelf.listings,
    state: shelf.state,
    restore: shelf.restore,
    failNext: (fault) => void faults.push(fault),
    requests: () => requests,
    spendQuota: shelf.spendQuota,
    duplicateByHand: (remoteId) => {
      const product = shelf.find(remoteId);
      if (product) shelf.create(product.body, product.pictures);
    },
    listPastUs: (remoteId) => {
      const product = shelf.find(remoteId);
      if (!product) return;
      const children = product.body.children
        .filter(({ name }) => name !== "sellerPrdCd")
        .map((child) => (child.name === "prdNm" ? { ...child, text: pastUs } : child));
      shelf.create({ ...product.body, children }, product.pictures);
    },
    deleteByHand: (remoteId) => void shelf.remove(Number(remoteId)),
    prohibit: (remoteId) => {
      const product = shelf.find(remoteId);
      if (product) Object.assign(product, { status: "108", reviewAt: null });
    },
    repriceByHand: (remoteId, price) => {
      const told = shelf.find(remoteId)?.body.children.find(({ name }) => name === "selPrc");
      if (told) told.text = String(price);
    },
    stored: (remoteId) => shelf.find(remoteId)?.body ?? null,
  };
}

/** Single options are not told. */
function described({ prdNo, body, status }: ShelfProduct): string {
  const said = (name: string) => textTag(name, textOf(body, name) ?? "");
  return [textTag("prdNo", prdNo), ...["prdNm", "sellerPrdCd", "selPrc"].map(said), textTag("selStatCd", status)].join(
    "",
  );
}

function priceChangeRefused({ body }: ShelfProduct, wanted: number): Response | null {
  const change = wanted / Number(textOf(body, "selPrc"));
  if (change <= 1.5 && change >= 0.2) return null;
  return refuse("a price that jumps");
}

const createFaults: Record<CreateFault, ElevenstFault> = {
  "lost after create": "timeout-after",
  "cut after create": "cut-after",
  "cut before create": "cut",
  "rate limited": "429",
  "server error after create": "500-after",
  "unreadable after create": "unreadable-after",
};

export const playedElevenst = played<ElevenstStandIn>({
  create: ({ storeAddress: _, ...options }) => createElevenstStandIn(options),
  categories: sandboxElevenstCategories,
  ownCalls: { price: /^GET .*\/product\/price\//, stock: null },
  // Off the display.
  soldOutCall: /^PUT .*\/stopdisplay\/\d+$/,
  accountPage: 500,
  noLimits: { dailyCreates: 1_000_000 },
  fail: (standIn, fault) => standIn.failNext(createFaults[fault]),
  byHand: {
    delete: (standIn, remoteId) => standIn.deleteByHand(remoteId),
    duplicate: (standIn, remoteId) => standIn.duplicateByHand(remoteId),
    listPastUs: (standIn, remoteId) => standIn.listPastUs(remoteId),
    refuse: (standIn, remoteId) => standIn.prohibit(remoteId),
    reprice: (standIn, remoteId, price) => standIn.repriceByHand(remoteId, price),
    endTokens: null,
  },
  refusals: elevenstRefusals,
  refuse: (rule) => refuse(rule as ElevenstRule),
  cannotHappen: {
    "token expired": "Its key lasts.",
    "tokens replaced by another worker": "There are no tokens.",
  },
});
