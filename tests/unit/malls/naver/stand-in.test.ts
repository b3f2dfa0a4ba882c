import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ErrorBody, requestsTo } from "./requests.ts";
import { openStore, settings } from "./store.ts";

const { baseUrl } = settings;
const product = "originProduct";

let store: ReturnType<typeof openStore>;
const { tokenForm, askToken, token, call, readyBody, bodyWith } = requestsTo(() => store);

describe("1. The token", () => {
  beforeEach(() => {
    store = openStore();
  });
  afterEach(() => store.close());

  it("is not given for parameters in the address", async () => {
    const answer = await askToken("", `?${await tokenForm()}`);
    expect(answer.status).toBe(400);
  });

  it("is not given for JSON, a foreign application, or an agency that names no seller", async () => {
    const wrong = [
      JSON.stringify(Object.fromEntries(await tokenForm())),
      await tokenForm({ client_id: "somebody" }),
      await tokenForm({ type: "SELLER" }),
    ];
    for (const body of wrong) {
      const answer = await askToken(body);
      expect(answer.status).toBe(400);
      expect((await answer.json()) as ErrorBody).toMatchObject({ code: "BAD_REQUEST", invalidInputs: [{}] });
    }
  });

  it("is not given five minutes from the mall's time, either way", async () => {
    const { now } = store.clock;
    for (const [offset, status] of [
      [300_000, 200],
      [-300_000, 200],
      [300_001, 400],
      [-300_001, 400],
    ] as const) {
      expect((await askToken(await tokenForm({}, now + offset))).status).toBe(status);
    }
  });

  it("is the same while half an hour is left; then another, and the old one still works", async () => {
    const first = await token();
    store.clock.now += 10_800_000 - 30 * 60_000;
    expect(await token()).toBe(first);
    store.clock.now += 1;
    expect(await token()).not.toBe(first);
    expect((await call("GET", "/v1/categories", undefined, first)).status).toBe(200);
    store.clock.now += 30 * 60_000;
    expect((await call("GET", "/v1/categories", undefined, first)).status).toBe(401);
  });
});

describe("2. and 3. The gateway", () => {
  beforeEach(() => {
    store = openStore({ requestsPerSecond: 2 });
  });
  afterEach(() => store.close());

  it("wants a bearer, and says the same when the product group is missing", async () => {
    const refusals = [await fetch(`${baseUrl}/v1/categories`), await call("GET", "/v1/categories", undefined, "wrong")];
    store.mall.switches.groupMissing = true;
    refusals.push(await call("GET", "/v1/categories"));
    for (const refusal of refusals) {
      expect(refusal.status).toBe(401);
      const body = (await refusal.json()) as ErrorBody;
      expect(body).toMatchObject({ code: "GW.AUTHN", traceId: expect.any(String) });
      expect(body.invalidInputs).toBeUndefined();
    }
  });

  it("gives twice the rate at once, tells what is left, and fills up again", async () => {
    const bearer = await token();
    const ask = () => call("GET", "/v1/categories", undefined, bearer);
    const left = [];
    for (let times = 0; times < 4; times += 1) {
      const { headers, status } = await ask();
      expect(status).toBe(200);
      expect(headers.get("GNCP-GW-RateLimit-Replenish-Rate")).toBe("2");
      expect(headers.get("GNCP-GW-RateLimit-Burst-Capacity")).toBe("4");
      left.push(headers.get("GNCP-GW-RateLimit-Remaining"));
    }
    expect(left).toEqual(["3", "2", "1", "0"]);
    const refusal = await ask();
    expect(refusal.status).toBe(429);
    expect(refusal.headers.get("retry-after")).toBeNull();
    expect(refusal.headers.get("GNCP-GW-RateLimit-Remaining")).toBe("0");
    expect(await refusal.json()).toMatchObject({ code: "GW.RATE_LIMIT" });
    store.clock.now += 500;
    expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(429);
  });
});

describe("6. to 8. Answers, repeats and replacements", () => {
  beforeEach(() => {
    store = openStore();
  });
  afterEach(() => store.close());

  it("sometimes leaves invalidInputs out", async () => {
    store.mall.switches.withoutInvalidInputs = true;
    const answer = await call("POST", "/v2/products", await bodyWith(`${product}.salePrice`, 1_000_000_000));
    const body = (await answer.json()) as ErrorBody;
    expect(answer.status).toBe(400);
    expect(body.invalidInputs).toBeUndefined();
    expect(body.message).toContain("999999990");
  });

  it("makes two products of two equal creates, and the search finds both, page by page", async () => {
    const body = await readyBody();
    await call("POST", "/v2/products", body);
    await call("POST", "/v2/products", body);
    const search = async (page: number) => {
      const criteria = { searchKeywordType: "SELLER_CODE", sellerManagementCode: "BX26-READY-0001" };
      const answer = await call("POST", "/v1/products/search", { ...criteria, page, size: 1 });
      return (await answer.json()) as { totalElements: number; contents: { originProductNo: number }[] };
    };
    const pages = [await search(1), await search(2), await search(3)];
    expect(pages.map(({ totalElements }) => totalElements)).toEqual([2, 2, 2]);
    expect(pages.map(({ contents }) => contents.length)).toEqual([1, 1, 0]);
    expect(store.mall.listings()).toHaveLength(2);
  });

  it("drops what a replacement leaves out, but for the disclosure, the stock and the text", async () => {
    const made = (await (await call("POST", "/v2/products", await readyBody())).json()) as { originProductNo: number };
    const path = `/v2/products/origin-products/${made.originProductNo}`;
    const body = (await readyBody()) as unknown as { originProduct: Record<string, unknown> };
    const { detailContent: _, stockQuantity: __, ...rest } = body.originProduct;
    const { productInfoProvidedNotice, seoInfo, ...attributes } = rest.detailAttribute as Record<string, unknown>;
    expect(seoInfo).toBeDefined();
    await call("PUT", path, { ...body, originProduct: { ...rest, detailAttribute: attributes } });
    const read = (await (await call("GET", path)).json()) as typeof body;
    expect(read.originProduct).toMatchObject({
      detailContent: expect.any(String),
      stockQuantity: 40,
      detailAttribute: { productInfoProvidedNotice },
    });
    expect(read.originProduct.detailAttribute).not.toHaveProperty("seoInfo");
  });

  it("is sold out at a stock of nothing, on sale again above it, and gone when deleted", async () => {
    const made = (await (await call("POST", "/v2/products", await readyBody())).json()) as { originProductNo: number };
    const path = `/v2/products/origin-products/${made.originProductNo}`;
    const status = async () => (await (await call("GET", path)).json()).originProduct.statusType;
    await call("PUT", path, await bodyWith(`${product}.stockQuantity`, 0));
    expect(await status()).toBe("OUTOFSTOCK");
    for (const [stockQuantity, word] of [
      [2, "SALE"],
      [0, "OUTOFSTOCK"],
    ] as const) {
      const change = { originProductNo: made.originProductNo, multiUpdateTypes: ["STOCK"], stockQuantity };
      const body = { multiProductUpdateRequestVos: [change] };
      await call("PATCH", "/v1/products/origin-products/multi-update", body);
      expect(await status()).toBe(word);
    }
    expect((await call("DELETE", path)).status).toBe(200);
    expect((await call("GET", path)).status).toBe(404);
  });

  it("shows its lists", async () => {
    const read = async <Answer>(path: string) => (await (await call("GET", path)).json()) as Answer;
    const leaves = await read<{ last: boolean; id: string }[]>("/v1/categories?last=true");
    expect(leaves).toHaveLength(36);
    expect(leaves.every(({ last }) => last)).toBe(true);
    expect(await read<object[]>("/v1/products-for-provided-notice")).toHaveLength(36);
    expect(await read("/v1/products-for-provided-notice/WEAR")).toMatchObject({
      productInfoProvidedNoticeType: "WEAR",
    });
    expect(await read("/v1/seller/addressbooks-for-page?page=2")).toMatchObject({ totalPage: 2, addressBooks: [{}] });
  });
});
