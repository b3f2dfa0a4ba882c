import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { naverProductBody } from "#app/channels/naver/map.ts";
import { signTokenRequest } from "#app/channels/naver/signature.ts";
import { sandboxNaverGroupCategory, sandboxNaverStore } from "#tests/malls/naver/index.ts";
import { listingPictures, readyProduct } from "#tests/malls/ready-product.ts";
import { naverOrder, openStore, settings } from "./store.ts";

const { baseUrl, clientId, clientSecret } = settings;

let store: ReturnType<typeof openStore>;

interface ErrorBody {
  code: string;
  message: string;
  traceId?: string;
  invalidInputs?: { name: string; type: string }[];
}

async function tokenForm(changes: Record<string, string> = {}, at = store.clock.now): Promise<URLSearchParams> {
  return new URLSearchParams({
    client_id: clientId,
    timestamp: String(at),
    client_secret_sign: await signTokenRequest(clientId, clientSecret, at),
    grant_type: "client_credentials",
    type: "SELF",
    ...changes,
  });
}

async function askToken(body: BodyInit, query = ""): Promise<Response> {
  return fetch(`${baseUrl}/v1/oauth2/token${query}`, { method: "POST", body });
}

async function token(): Promise<string> {
  const answer = (await (await askToken(await tokenForm())).json()) as { access_token: string };
  return answer.access_token;
}

async function call(method: string, path: string, body?: object | FormData, bearer?: string): Promise<Response> {
  const headers: Record<string, string> = { authorization: `Bearer ${bearer ?? (await token())}` };
  if (body && !(body instanceof FormData)) headers["content-type"] = "application/json";
  return fetch(`${baseUrl}${path}`, { method, headers, body: body instanceof FormData ? body : JSON.stringify(body) });
}

async function readyBody() {
  const order = await naverOrder();
  const urls = await store.connection.uploadPictures(order.pictures);
  return naverProductBody(order, urls, settings, { originCode: null, certificate: null });
}

/** The ready body with one place changed; `undefined` takes it away. */
async function bodyWith(path: string, value: unknown): Promise<object> {
  const body = structuredClone(await readyBody());
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  let place = body as unknown as Record<string, unknown>;
  for (const key of keys) {
    place[key] ??= {};
    place = place[key] as Record<string, unknown>;
  }
  if (value === undefined) delete place[last];
  else place[last] = value;
  return body;
}

describe("1. The token", () => {
  beforeEach(() => {
    store = openStore();
  });
  afterEach(() => store.close());

  it("is not given for parameters in the address", async () => {
    const answer = await askToken("", `?${await tokenForm()}`);
    expect(answer.status).toBe(400);
  });

  it("is not given for JSON, a wrong signature, a foreign application, grant or type", async () => {
    const wrong = [
      JSON.stringify(Object.fromEntries(await tokenForm())),
      await tokenForm({ client_secret_sign: "JDJh" }),
      await tokenForm({ client_id: "somebody" }),
      await tokenForm({ grant_type: "password" }),
      await tokenForm({ type: "OTHER" }),
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

  it("refuses an address that is not registered", async () => {
    store.mall.switches.addressNotAllowed = true;
    const answer = await askToken(await tokenForm());
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: "GW.IP_NOT_ALLOWED" });
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
    expect(await refusal.json()).toMatchObject({ code: "GW.RATE_LIMIT" });
    store.clock.now += 500;
    expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(429);
  });
});

describe("The upload", () => {
  beforeAll(() => {
    store = openStore();
  });
  afterAll(() => store.close());

  const picture = async (type = "image/jpeg") => {
    const [main] = await listingPictures(1, 50);
    return new Blob([new Uint8Array((await main?.read()) ?? [])], { type });
  };
  const upload = async (files: Blob[], field = "imageFiles") => {
    const form = new FormData();
    for (const file of files) form.append(field, file, "picture.jpg");
    return call("POST", "/v1/product-images/upload", form);
  };

  it("gives addresses in order, where the pictures can be seen", async () => {
    const answer = (await (await upload([await picture()])).json()) as { images: { url: string }[] };
    const seen = await fetch(answer.images[0]?.url ?? "");
    expect(seen.headers.get("content-type")).toBe("image/jpeg");
  });

  it.each<[string, () => Promise<Response>]>([
    ["no file", async () => upload([])],
    ["another field", async () => upload([await picture()], "images")],
    ["eleven files", async () => upload(await Promise.all(Array.from({ length: 11 }, () => picture())))],
    [
      "ten megabytes",
      async () => upload([new Blob([await picture(), new Uint8Array(10_000_000)], { type: "image/jpeg" })]),
    ],
    ["a content type that is not the format", async () => upload([await picture("image/png")])],
    ["what is no picture", async () => upload([new Blob(["text"], { type: "image/jpeg" })])],
    ["a body that is not multipart", async () => call("POST", "/v1/product-images/upload", { imageFiles: [] })],
  ])("refuses %s", async (_, send) => {
    const answer = await send();
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ invalidInputs: [{ name: "imageFiles" }] });
  });
});

const product = "originProduct";
const delivery = `${product}.deliveryInfo`;
const attribute = `${product}.detailAttribute`;
const notice = `${attribute}.productInfoProvidedNotice`;

describe("4. and 5. The body", () => {
  beforeAll(() => {
    store = openStore();
  });
  afterAll(() => store.close());

  it("as our map makes it is taken", async () => {
    expect((await call("POST", "/v2/products", await readyBody())).status).toBe(200);
  });

  const elsewhere = "https://pictures.baekseon.example/1.jpg";
  const options = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`optionGroupName${index + 1}`, `옵션${index}`]));
  it.each<[path: string, value: unknown, type: string, name?: string]>([
    ["smartstoreChannelProduct", undefined, "NotNull"],
    ["smartstoreChannelProduct.naverShoppingRegistration", "yes", "NotNull"],
    ["smartstoreChannelProduct.channelProductDisplayStatusType", "WAIT", "NotValidEnum"],
    [`${product}.statusType`, "SUSPENSION", "NotValidEnum"],
    [`${product}.saleType`, "USED", "NotValidEnum"],
    [`${product}.name`, "참".repeat(51), "Size"],
    [`${product}.name`, "참기름?", "NotAllowedCharacter"],
    [`${product}.leafCategoryId`, sandboxNaverGroupCategory, "NotLeaf"],
    [`${product}.leafCategoryId`, "50000000", "NotLeaf"],
    [`${product}.salePrice`, 1_000_000_000, "NumberMax"],
    [`${product}.salePrice`, 18_005, "NotValid"],
    [`${product}.stockQuantity`, 0, "NumberMin"],
    [`${product}.stockQuantity`, 100_000_000, "NumberMax"],
    [`${product}.saleStartDate`, "2026-11-22T09:30+09:00", "Pattern"],
    [`${product}.saleEndDate`, "2026-11-22T09:00+09:00", "Pattern"],
    [`${product}.images.representativeImage.url`, elsewhere, "InvalidImageUrl"],
    [
      `${product}.images.optionalImages`,
      [{ url: elsewhere }],
      "InvalidImageUrl",
      `${product}.images.optionalImages[0].url`,
    ],
    [`${product}.detailContent`, `<img src='${elsewhere}'>`, "InvalidImageUrl"],
    [`${product}.detailContent`, "", "NotEmpty"],
    [`${delivery}.deliveryType`, "QUICK", "NotValidEnum"],
    [`${delivery}.deliveryCompany`, undefined, "NotEmpty"],
    [`${delivery}.deliveryBundleGroupId`, 1, "NotValid"],
    [`${delivery}.deliveryFee.baseFee`, 100_001, "NumberMax"],
    [`${delivery}.claimDeliveryInfo.returnDeliveryFee`, undefined, "NotNull"],
    [`${delivery}.claimDeliveryInfo.exchangeDeliveryFee`, 1_000_001, "NumberMax"],
    [`${delivery}.claimDeliveryInfo.shippingAddressId`, sandboxNaverStore.returnAddressId, "NotValid"],
    [`${delivery}.claimDeliveryInfo.returnAddressId`, 1, "NotValid"],
    [
      `${delivery}.claimDeliveryInfo.shippingAddressId`,
      sandboxNaverStore.overseasReleaseAddressId,
      "NotValid",
      `${attribute}.customsTaxType`,
    ],
    [`${attribute}.afterServiceInfo.afterServiceTelephoneNumber`, "", "NotEmpty"],
    [`${attribute}.minorPurchasable`, undefined, "NotNull"],
    [`${attribute}.taxType`, "FREE", "NotValidEnum"],
    [`${attribute}.sellerCodeInfo.sellerManagementCode`, "A".repeat(31), "Size"],
    [`${attribute}.originAreaInfo.originAreaCode`, "09", "NotValid"],
    [`${attribute}.originAreaInfo.originAreaCode`, "0200037", "NotEmpty", `${attribute}.originAreaInfo.importer`],
    [`${attribute}.originAreaInfo.originAreaCode`, "04", "NotEmpty", `${attribute}.originAreaInfo.content`],
    [`${attribute}.seoInfo.sellerTags`, Array.from({ length: 11 }, (_, index) => ({ text: `t${index}` })), "SizeMax"],
    [`${attribute}.seoInfo.sellerTags`, [{ text: "명품" }], "Restricted.sellerTags"],
    [`${attribute}.seoInfo.sellerTags`, [{ text: "café" }], "Pattern"],
    [`${attribute}.seoInfo.pageTitle`, "a".repeat(101), "Size"],
    [`${attribute}.optionInfo`, {}, "NotEmpty"],
    [
      `${attribute}.optionInfo`,
      {
        optionCombinationGroupNames: options(4),
        optionCombinations: [{ optionName1: "1", optionName2: "2", optionName3: "3", optionName4: "4" }],
      },
      "SizeMax",
      `${attribute}.optionInfo.optionCombinationGroupNames`,
    ],
    [notice, undefined, "NotNull"],
    [`${notice}.productInfoProvidedNoticeType`, "SNACK", "NotValidEnum"],
    [`${notice}.productInfoProvidedNoticeType`, "FOOD", "NotNull", `${notice}.food`],
    [`${notice}.food`, {}, "NotNull", `${notice}.generalFood`],
    [`${notice}.generalFood.weight`, "", "NotEmpty"],
    [`${notice}.generalFood.geneticallyModified`, undefined, "NotNull"],
    [`${notice}.generalFood.packDateText`, undefined, "NotEmpty", `${notice}.generalFood.packDate`],
    [`${notice}.generalFood.packDate`, "2026-11-22", "NotEmpty"],
    [`${notice}.generalFood.packDateType`, "CALENDER", "NotValidEnum"],
  ])("with %s = %j is refused (%s)", async (path, value, type, name = path) => {
    const answer = await call("POST", "/v2/products", await bodyWith(path, value));
    expect(answer.status).toBe(400);
    expect((await answer.json()) as ErrorBody).toMatchObject({ code: "BAD_REQUEST", invalidInputs: [{ name, type }] });
  });

  it("with ten further pictures is refused", async () => {
    const urls = await store.connection.uploadPictures(await listingPictures(10, 50));
    const body = await bodyWith(
      `${product}.images.optionalImages`,
      urls.map((url) => ({ url })),
    );
    const answer = (await (await call("POST", "/v2/products", body)).json()) as ErrorBody;
    expect(answer.invalidInputs).toMatchObject([{ type: "SizeMax", name: `${product}.images.optionalImages` }]);
  });

  it("with a date that is no date is refused", async () => {
    const generalFood = { packDate: "2026-11", packDateType: "CALENDER", packDateText: undefined };
    const body = await bodyWith(`${notice}.generalFood`, { ...readyNotice(await readyBody()), ...generalFood });
    const answer = (await (await call("POST", "/v2/products", body)).json()) as ErrorBody;
    expect(answer.invalidInputs).toMatchObject([{ type: "Pattern", name: `${notice}.generalFood.packDate` }]);
  });

  it("is refused where the category demands a certificate or a unit price, and nothing is said of it", async () => {
    for (const [categoryKey, path, type] of [
      [
        "KIDS",
        `${attribute}.certificationTargetExcludeContent`,
        "Empty.product.detailAttribute.certificationInfos.kindType",
      ],
      ["COSMETIC", `${attribute}.unitCapacity`, "NotNull"],
    ] as const) {
      const order = await naverOrder({ product: readyProduct({ categoryKey }) });
      const body = await bodyWith(path, undefined);
      (body as { originProduct: { leafCategoryId: string } }).originProduct.leafCategoryId =
        order.binding.categoryCode ?? "";
      const answer = (await (await call("POST", "/v2/products", body)).json()) as ErrorBody;
      expect(answer.invalidInputs?.map((complaint) => complaint.type)).toContain(type);
    }
  });

  it("is refused in a category the seller may not sell in", async () => {
    const body = await readyBody();
    store.mall.switches.forbiddenCategories.add(body.originProduct.leafCategoryId);
    const answer = (await (await call("POST", "/v2/products", body)).json()) as ErrorBody;
    store.mall.switches.forbiddenCategories.clear();
    expect(answer.invalidInputs).toMatchObject([{ type: "NotAuthority.product.category.id" }]);
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

  it("is sold out at a stock of nothing, and gone when deleted", async () => {
    const made = (await (await call("POST", "/v2/products", await readyBody())).json()) as { originProductNo: number };
    const path = `/v2/products/origin-products/${made.originProductNo}`;
    await call("PUT", path, await bodyWith(`${product}.stockQuantity`, 0));
    expect(await (await call("GET", path)).json()).toMatchObject({ originProduct: { statusType: "OUTOFSTOCK" } });
    expect((await call("PUT", `${path.replace("v2", "v1")}/change-status`, { statusType: "WAIT" })).status).toBe(400);
    expect((await call("DELETE", path)).status).toBe(200);
    const gone = await call("GET", path);
    expect(gone.status).toBe(404);
    expect(await gone.json()).toMatchObject({ code: "NOT_FOUND" });
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

function readyNotice(body: Awaited<ReturnType<typeof readyBody>>): object {
  return body.originProduct.detailAttribute.productInfoProvidedNotice.generalFood as object;
}
