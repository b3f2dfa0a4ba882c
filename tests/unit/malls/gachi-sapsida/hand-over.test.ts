import { createHash } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import exceljs from "exceljs";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connectGachiSapsida } from "#app/channels/gachi-sapsida/index.ts";
import { buildPackage } from "#app/channels/gachi-sapsida/package.ts";
import { pushedDesk } from "#app/channels/gachi-sapsida/pushed-desk.ts";
import { sealZip, unsealZip } from "#app/channels/gachi-sapsida/sealed-zip.ts";
import { createGachiSapsidaStandIn, type GachiSapsidaStandIn } from "#tests/malls/gachi-sapsida/index.ts";
import {
  type DeskRule,
  gachiSapsidaRefusals,
  gachiSapsidaReviewRefusals,
  type OperatorRule,
} from "#tests/malls/gachi-sapsida/refusals.ts";
import { listingPictures, optionVariants, readyOrder, readyProduct } from "#tests/malls/ready-product.ts";
import { wordsOf } from "#tests/malls/refusals.ts";

const token = "desk-token";
const baseUrl = "https://handover.gachi-sapsida.example";
const reference = "BX26-READY-0001";
const reviewMilliseconds = 60_000;
const settings = { baseUrl, token, timeoutMilliseconds: 2_000 };
const desk = pushedDesk(settings);
const connection = connectGachiSapsida(settings);

let mall: GachiSapsidaStandIn;
let server: ReturnType<typeof setupServer>;
let now: number;

beforeEach(() => {
  now = Date.now();
  mall = createGachiSapsidaStandIn({ token, reviewMilliseconds, fetchPicture: fetch, now: () => now });
  server = setupServer(...mall.handlers);
  server.listen({ onUnhandledRequest: "error" });
});
afterEach(() => server.close());

describe("The package", () => {
  it("holds the product as JSON and as a sheet, the pictures and the list of papers", async () => {
    const product = readyProduct({ variants: optionVariants, kcNumber: "CB123A456-7001" });
    const { bytes, fileName, mediaType, mark } = await connection.buildPackage(await readyOrder({ product }));
    expect([fileName, mediaType]).toEqual([`${reference}.zip`, "application/zip"]);
    const files = await unsealZip(bytes);
    expect([...files.keys()].sort()).toEqual([
      "product.json",
      "사진/1.jpg",
      "사진/2.jpg",
      "상세페이지/1.jpg",
      "상세페이지/2.jpg",
      "상품정보.xlsx",
      "서류목록.txt",
    ]);
    const stated = JSON.parse(files.get("product.json")?.toString() ?? "");
    expect(stated).toMatchObject({
      reference,
      programmeTag: "백년가게",
      merchant: { businessNumber: "1234567891" },
      product: { price: 18_000, stock: 20, tax: "과세" },
      origin: { kind: "domestic", text: "국내산" },
      delivery: { shippingFee: 3_000, returnFee: 3_000, exchangeFee: 6_000 },
    });
    expect(stated.notice).toContainEqual({ key: "weight", label: expect.any(String), value: "300ml" });
    expect(files.get("서류목록.txt")?.toString()).toContain("안전 인증서(CB123A456-7001)");

    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(new Uint8Array(files.get("상품정보.xlsx") ?? []).buffer);
    const rows = workbook.getWorksheet("상품정보")?.getSheetValues() ?? [];
    expect(rows).toContainEqual([undefined, "판매가(원)", 18_000]);
    expect(workbook.getWorksheet("옵션")?.getRow(3).values).toEqual([undefined, "빨강/M", 1_000, 5]);
    expect(mark).toMatch(/^[B-V]{8}$/);
    expect(stated.mark).toBe(mark);
    const answer = workbook.getWorksheet("회신");
    expect(answer?.getRow(2).values).toEqual([
      undefined,
      reference,
      mark,
      product.store.name,
      product.name,
      "",
      "",
      "",
    ]);
    expect(answer?.getCell("E2").dataValidation?.formulae).toEqual(['"접수함,검토함,판매 중,돌려보냄,내림"']);
  });

  it("has the same bytes for the same order, whenever it is built", async () => {
    const order = await readyOrder();
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-22T00:00:00Z") });
    const first = await buildPackage(order);
    vi.setSystemTime(new Date("2027-03-01T12:34:56Z"));
    const second = await buildPackage(order);
    vi.useRealTimers();
    expect(second.bytes.equals(first.bytes)).toBe(true);
    expect(second.mark).toBe(first.mark);
    const dearer = await buildPackage({ ...order, product: readyProduct({ price: 20_000 }) });
    expect(dearer.bytes.equals(first.bytes)).toBe(false);
    expect(dearer.mark).not.toBe(first.mark);
  });
});

describe("The way of a package", () => {
  it("goes from received over reviewed to published", async () => {
    expect(await connection.publish(await readyOrder())).toEqual({
      outcome: "accepted",
      heard: { state: "in_review", remoteId: reference, pageUrl: null, issues: [] },
    });
    for (const [waited, state] of [
      [0, "received"],
      [30_000, "reviewed"],
      [30_000, "published"],
    ] as const) {
      now += waited;
      expect(await desk.read(reference)).toMatchObject({ outcome: "found", handOver: { state } });
      const heard = state === "published" ? "live" : "in_review";
      expect(await connection.lookUp(reference, null)).toMatchObject({ outcome: "found", heard: { state: heard } });
    }
    expect(await connection.lookUp(reference, null)).toMatchObject({
      heard: { pageUrl: `https://www.gachi-sapsida.example/products/${reference}` },
    });
    expect(mall.listings()).toMatchObject([{ reference, state: "live", price: 18_000, name: "저온압착 참기름 300ml" }]);
    const picture = await fetch(mall.listings()[0]?.pictureUrl ?? "");
    expect(picture.headers.get("content-type")).toBe("image/jpeg");
  });

  it.each([
    ["https://www.gachi-sapsida.example/products/1", "https://www.gachi-sapsida.example/products/1"],
    ["javascript:alert(1)", null],
    [7, null],
    [undefined, null],
  ])("that stands at %s has the page %s", async (pageUrl, told) => {
    server.use(http.get(`${baseUrl}/*`, () => HttpResponse.json({ state: "published", pageUrl })));
    expect(await connection.lookUp(reference, null)).toMatchObject({ heard: { state: "live", pageUrl: told } });
  });

  it("that is returned is refused in the operator's words", async () => {
    mall.returnNext("원재료 표시가 다릅니다.", "사진이 흐립니다.");
    await connection.publish(await readyOrder());
    now += reviewMilliseconds;
    expect(await connection.lookUp(reference, null)).toMatchObject({
      heard: {
        state: "refused",
        issues: [
          { code: "mall.returned_by_operator", raw: "원재료 표시가 다릅니다." },
          { code: "mall.returned_by_operator", raw: "사진이 흐립니다." },
        ],
      },
    });
  });

  it("delivered twice is one package; another one under the reference replaces it", async () => {
    const order = await readyOrder();
    await connection.publish(order);
    now += reviewMilliseconds;
    await connection.publish(order);
    expect(mall.received()).toBe(1);
    expect(await connection.lookUp(reference, null)).toMatchObject({ heard: { state: "live" } });
    await connection.publish({ ...order, product: readyProduct({ price: 20_000 }) });
    expect(mall.received()).toBe(2);
    expect(mall.listings()).toMatchObject([{ price: 20_000, state: "in_review" }]);
  });

  it("taken back is gone only when the operator says so", async () => {
    await connection.publish(await readyOrder());
    now += reviewMilliseconds;
    const pending = { outcome: "unsure", reason: { code: "mall.withdrawal_pending" } };
    expect(await connection.withdraw(reference, null)).toMatchObject(pending);
    now += reviewMilliseconds / 2;
    expect(await connection.withdraw(reference, null)).toMatchObject(pending);
    now += reviewMilliseconds / 2;
    expect(await connection.withdraw(reference, null)).toEqual({ outcome: "withdrawn" });
    expect(mall.listings()).toMatchObject([{ state: "withdrawn" }]);
    expect(await connection.withdraw("BX26-NEVER", null)).toEqual({ outcome: "withdrawn" });
  });
});

/** A package of this order, spoiled on its way. */
type Package = { order?: Parameters<typeof readyOrder>[0]; spoil?: (bytes: Buffer) => Promise<Buffer> };

async function unreadable() {
  const [picture] = await listingPictures(1);
  return picture ? [{ ...picture, read: async () => Buffer.from("not a picture") }] : [];
}

/** What the operator sends back for each of these reasons; the papers themselves only a person sees. */
const sentBack: Record<Exclude<OperatorRule, "a paper that is missing">, () => Promise<Package>> = {
  "facts left out": async () => ({ order: { product: readyProduct({ notice: {} }) } }),
  "no sheet": async () => ({ spoil: (bytes) => without(bytes, "상품정보.xlsx") }),
  "no list of papers": async () => ({ spoil: (bytes) => without(bytes, "서류목록.txt") }),
  "no picture": async () => ({ order: { pictures: [] } }),
  "a picture that does not open": async () => ({ order: { pictures: await unreadable() } }),
  "a picture below 600 pixels": async () => ({ order: { pictures: await listingPictures(1, 599) } }),
  "another reference": async () => ({
    spoil: async () => (await buildPackage(await readyOrder({ reference: "OTHER" }))).bytes,
  }),
  "foreign goods": async () => ({
    order: { product: readyProduct({ origin: { text: "중국산", kind: "foreign", country: "중국" } }) },
  }),
  "a picture that is listed and missing": async () => ({ spoil: (bytes) => without(bytes, "사진/2.jpg") }),
};

describe("The operator sends back", () => {
  it.each(Object.entries(sentBack))("%s", async (rule, made) => {
    const { order = {}, spoil = async (bytes: Buffer) => bytes } = await made();
    const { bytes, fileName, mark } = await buildPackage(await readyOrder(order));
    const delivered = await desk.deliver({ reference, mark, fileName, bytes: await spoil(bytes) });
    expect(delivered).toEqual({ outcome: "received" });
    now += reviewMilliseconds;
    const answer = await desk.read(reference);
    expect(answer).toMatchObject({ outcome: "found", handOver: { state: "returned" } });
    const words = wordsOf(gachiSapsidaReviewRefusals[rule as OperatorRule]);
    const reasons = answer.outcome === "found" ? answer.handOver.reasons : [];
    expect(reasons).toContainEqual(expect.stringMatching(words));
  });
});

async function put(body: Buffer, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${baseUrl}/packages/${reference}`, {
    method: "PUT",
    body: new Uint8Array(body),
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/zip",
      "x-content-sha256": createHash("sha256").update(body).digest("hex"),
      ...headers,
    },
  });
}

/** What the desk does not take in. */
const notTaken: Record<DeskRule, (bytes: Buffer) => Promise<Response>> = {
  "another type than zip": (bytes) => put(bytes, { "content-type": "text/plain" }),
  "a package damaged on its way": (bytes) => put(bytes, { "x-content-sha256": "0".repeat(64) }),
  "no package": async (bytes) => {
    expect((await put(Buffer.from("no zip"))).status).toBe(422);
    return put(await without(bytes, "product.json"));
  },
  "what was never received": async () => {
    const headers = { authorization: `Bearer ${token}` };
    const withdrawal = await fetch(`${baseUrl}/packages/NEVER/withdrawal`, { method: "POST", headers });
    expect(withdrawal.status).toBe(404);
    return fetch(`${baseUrl}/packages/NEVER`, { headers });
  },
  "a wrong token": (bytes) => put(bytes, { authorization: "Bearer wrong" }),
};

describe("The desk does not take", () => {
  it.each(Object.entries(notTaken))("%s", async (rule, wrong) => {
    const { status, says } = gachiSapsidaRefusals[rule as DeskRule];
    const answer = await wrong((await buildPackage(await readyOrder())).bytes);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual(status === 422 ? { reasons: [says] } : { message: says });
    expect(await connection.lookUp(reference, null)).toEqual({ outcome: "absent" });
  });

  it("anything from a stranger", async () => {
    const stranger = connectGachiSapsida({ baseUrl, token: "wrong" });
    const reason = { code: "mall.credentials_refused" };
    expect(await stranger.publish(await readyOrder())).toMatchObject({ outcome: "not_sent", reason });
    expect(await stranger.lookUp(reference, null)).toMatchObject({ outcome: "unsure", reason });
    expect(await stranger.withdraw(reference, null)).toMatchObject({ outcome: "unsure", reason });
  });
});

describe("A delivery", () => {
  it.each(["cut-after", "503-after"] as const)(
    "whose answer is lost (%s) is unknown, then found, once",
    async (fault) => {
      mall.failNext(fault);
      expect(await connection.publish(await readyOrder())).toMatchObject({ outcome: "unknown" });
      expect(await connection.lookUp(reference, null)).toMatchObject({
        outcome: "found",
        heard: { state: "in_review" },
      });
      expect(mall.received()).toBe(1);
    },
  );

  it("that times out is unknown", async () => {
    mall.failNext("timeout-after");
    const hasty = connectGachiSapsida({ baseUrl, token, timeoutMilliseconds: 300 });
    expect(await hasty.publish(await readyOrder())).toMatchObject({ outcome: "unknown" });
    expect(mall.received()).toBe(1);
  });

  it("that is cut before it arrived is unknown, then absent", async () => {
    mall.failNext("cut");
    expect(await connection.publish(await readyOrder())).toMatchObject({ outcome: "unknown" });
    expect(await connection.lookUp(reference, null)).toEqual({ outcome: "absent" });
  });

  it("too early is not sent, with the desk's own seconds", async () => {
    mall.failNext("429");
    expect(await connection.publish(await readyOrder())).toMatchObject({
      outcome: "not_sent",
      reason: { code: "mall.rate_limited" },
      retryAfterSeconds: 5,
    });
  });

  it("to a desk that cannot be reached is not sent, and silence proves nothing", async () => {
    server.close();
    const nowhere = connectGachiSapsida({ baseUrl: await closedAddress(), token });
    expect(await nowhere.publish(await readyOrder())).toMatchObject({ outcome: "not_sent" });
    expect(await nowhere.lookUp(reference, null)).toMatchObject({ outcome: "unsure" });
    expect(await nowhere.withdraw(reference, null)).toMatchObject({ outcome: "unsure" });
  });
});

async function without(bytes: Buffer, name: string): Promise<Buffer> {
  const files = await unsealZip(bytes);
  files.delete(name);
  return sealZip(files);
}

async function closedAddress(): Promise<string> {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, "close");
  return `http://127.0.0.1:${port}`;
}
