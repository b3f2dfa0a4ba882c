import { afterEach, beforeEach, expect, test } from "vitest";
import { type NaverRule, naverRefusals, type ProductRule } from "#tests/malls/naver/refusals.ts";
import { tokenRefusals } from "#tests/malls/naver/request-refusals.ts";
import { listingPictures, optionVariants, readyProduct } from "#tests/malls/ready-product.ts";
import { wordsOf } from "#tests/malls/refusals.ts";
import { type ErrorBody, requestsTo } from "./requests.ts";
import { naverOrder, openStore, settings } from "./store.ts";

let store: ReturnType<typeof openStore>;
const { tokenForm, askToken, token, call } = requestsTo(() => store);

beforeEach(() => {
  store = openStore();
});
afterEach(() => store.close());

type Wrong = () => Promise<Response>;

const form = async (changes: Record<string, string>) => askToken(await tokenForm(changes));

const picture = async (type = "image/jpeg") => {
  const [main] = await listingPictures(1, 50);
  return new Blob([new Uint8Array((await main?.read()) ?? [])], { type });
};
const upload = async (files: Blob[], field = "imageFiles") => {
  const body = new FormData();
  for (const file of files) body.append(field, file, "picture.jpg");
  return call("POST", "/v1/product-images/upload", body);
};

/** Asked of a product that stands there, which stays as it is. */
const of =
  (ask: (no: number) => Promise<Response>, product = readyProduct()): Wrong =>
  async () => {
    await store.connection.publish(await naverOrder({ product }));
    const before = store.mall.listings();
    const answer = await ask(Number(before[0]?.remoteId));
    expect(store.mall.listings()).toEqual(before);
    return answer;
  };
const changing = (change: object, product?: ReturnType<typeof readyProduct>) =>
  of((originProductNo) => multiUpdate({ originProductNo, ...change }), product);
const multiUpdate = (...multiProductUpdateRequestVos: object[]) =>
  call("PATCH", "/v1/products/origin-products/multi-update", { multiProductUpdateRequestVos });

const optioned = readyProduct({ variants: optionVariants, stock: 20 });
const firstOption = async (no: number) => {
  const { originProduct } = await (await call("GET", `/v2/products/origin-products/${no}`)).json();
  return originProduct.detailAttribute.optionInfo.optionCombinations[0].id;
};
const optionStock = (no: number, option: object, useStockManagement = true) =>
  call("PUT", `/v1/products/origin-products/${no}/option-stock`, {
    optionInfo: { optionCombinations: [option], useStockManagement },
  });

/** What breaks each rule that is not about a product's body. */
const wrongRequests: Record<Exclude<NaverRule, ProductRule>, Wrong> = {
  "a field of the form left out": () => form({ timestamp: "" }),
  "another grant": () => form({ grant_type: "password" }),
  "another kind of seller": () => form({ type: "OTHER" }),
  "a signature of another time": async () => askToken(await tokenForm({}, store.clock.now - 300_001)),
  "a wrong signature": () => form({ client_secret_sign: "JDJh" }),
  "an upload that is no form": () => call("POST", "/v1/product-images/upload", { imageFiles: [] }),
  "an upload without a file": async () => {
    expect((await upload([await picture()], "images")).status).toBe(400);
    return upload([]);
  },
  "eleven files": async () => upload(await Promise.all(Array.from({ length: 11 }, () => picture()))),
  "ten megabytes of files": async () =>
    upload([new Blob([await picture(), new Uint8Array(10_000_000)], { type: "image/jpeg" })]),
  "a file that is no picture": () => upload([new Blob(["text"], { type: "image/jpeg" })]),
  "a picture of another type than it says": async () => upload([await picture("image/png")]),
  "another status than three": of((no) =>
    call("PUT", `/v1/products/origin-products/${no}/change-status`, { statusType: "WAIT" }),
  ),
  "nothing to change": () => multiUpdate(),
  "an unknown kind of change": async () => {
    expect((await changing({ productSalePrice: { salePrice: 9_000 } })()).status).toBe(400);
    return changing({ multiUpdateTypes: ["PRICE"] })();
  },
  // Its price does not stand in the wrapper.
  "another price below 10": changing({ multiUpdateTypes: ["SALE_PRICE"], salePrice: 9_000 }),
  "another price above all": changing({ multiUpdateTypes: ["SALE_PRICE"], productSalePrice: { salePrice: 1e9 } }),
  "another price between tens": changing({ multiUpdateTypes: ["SALE_PRICE"], productSalePrice: { salePrice: 9_001 } }),
  "another stock out of bounds": changing({ multiUpdateTypes: ["STOCK"], stockQuantity: -1 }),
  "a stock of the whole beside options": changing({ multiUpdateTypes: ["STOCK"], stockQuantity: 3 }, optioned),
  "nothing said of the options' stock": of(
    async (no) => optionStock(no, { id: await firstOption(no), stockQuantity: 1 }, false),
    optioned,
  ),
  "an option that is not there": of((no) => optionStock(no, { id: 1, stockQuantity: 1 }), optioned),
  "an option's stock out of bounds": of(
    async (no) => optionStock(no, { id: await firstOption(no), stockQuantity: -1 }),
    optioned,
  ),
  "a page of 501": () => call("POST", "/v1/products/search", { size: 501 }),
  "an address that is not registered": async () => {
    store.mall.switches.addressNotAllowed = true;
    return form({});
  },
  "no token that may do this": () => call("GET", "/v1/categories", undefined, "wrong"),
  "more than the allowed requests a second": async () => {
    store.close();
    store = openStore({ requestsPerSecond: 1 });
    const bearer = await token();
    for (let times = 0; times < 2; times += 1) await call("GET", "/v1/categories", undefined, bearer);
    return call("GET", "/v1/categories", undefined, bearer);
  },
  "a spent quota": () => {
    store.mall.failNext({ kind: "quota" });
    return call("GET", "/v1/categories");
  },
  "no JSON": async () => {
    const headers = { authorization: `Bearer ${await token()}`, "content-type": "application/json" };
    return fetch(`${settings.baseUrl}/v2/products`, { method: "POST", headers, body: "{" });
  },
  "options of a product that has none": of((no) => optionStock(no, { id: 1, stockQuantity: 1 })),
  "a product that is not there": async () => {
    const change = { originProductNo: 1, multiUpdateTypes: ["STOCK"], stockQuantity: 3 };
    expect((await multiUpdate(change)).status).toBe(404);
    expect((await optionStock(1, {})).status).toBe(404);
    return call("GET", "/v2/products/origin-products/1");
  },
  "a category that is not there": () => call("GET", "/v1/categories/1"),
  "a kind of notice that is not there": () => call("GET", "/v1/products-for-provided-notice/SNACK"),
};

test.each(Object.entries(wrongRequests))("%s: refused in the mall's shape and words", async (rule, wrong) => {
  const refusal = { ...naverRefusals, ...tokenRefusals }[rule as keyof typeof wrongRequests];
  const message = expect.stringMatching(wordsOf(refusal));
  const answer = await wrong();
  const body = (await answer.json()) as ErrorBody;
  if ("at" in refusal) {
    const complaint = { name: expect.stringMatching(wordsOf({ says: refusal.at })), type: refusal.type, message };
    expect(answer.status).toBe(400);
    expect(body).toMatchObject({ code: "BAD_REQUEST", message, invalidInputs: [complaint] });
  } else {
    const { status, code } = refusal;
    expect(answer.status).toBe(status);
    expect(body).toMatchObject({ code, message });
    expect(body.invalidInputs).toBeUndefined();
    expect(body.traceId !== undefined).toBe(code.startsWith("GW."));
  }
});

test("an upload gives addresses in order, where the pictures can be seen", async () => {
  const answer = (await (await upload([await picture()])).json()) as { images: { url: string }[] };
  const seen = await fetch(answer.images[0]?.url ?? "");
  expect(seen.headers.get("content-type")).toBe("image/jpeg");
});
