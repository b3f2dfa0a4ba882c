import { afterEach, describe, expect, test } from "vitest";
import { sandboxCafe24Account } from "#tests/malls/cafe24/account.ts";
import { type Cafe24Rule, cafe24Refusals, type TokenRule, tokenRefusals } from "#tests/malls/cafe24/refusals.ts";
import { listingPictures } from "#tests/malls/ready-product.ts";
import { wordsOf } from "#tests/malls/refusals.ts";
import { origin, startShop } from "./shop.ts";

let stop = () => undefined as unknown;
afterEach(() => stop());

type Shop = ReturnType<typeof startShop>;

function start(options?: Parameters<typeof startShop>[0]) {
  const shop = startShop(options);
  stop = () => shop.server.close();
  return shop;
}

/** What each refusal of a token answers. */
const wrongTokens: Record<TokenRule, (shop: Shop) => ReturnType<Shop["requestToken"]>> = {
  invalid_client: ({ requestToken }) => requestToken("x", { secret: "wrong" }),
  invalid_request: ({ requestToken }) => requestToken("x", { type: "application/json" }),
  unsupported_grant_type: ({ requestToken }) => requestToken("x", { grant: "password" }),
  invalid_grant: ({ requestToken }) => requestToken("x"),
};

describe("tokens", () => {
  test.each(Object.entries(wrongTokens))("%s", async (error, wrong) => {
    const { status, says } = tokenRefusals[error as TokenRule];
    expect(await wrong(start())).toMatchObject({ status, body: { error, error_description: says } });
  });

  test("each renewal replaces the refresh token: the one before is refused", async () => {
    const { requestToken } = start();
    const first = await requestToken(sandboxCafe24Account.refreshToken);
    expect(first).toMatchObject({ status: 200, body: { mall_id: sandboxCafe24Account.mallId } });
    expect(first.body.expires_at).not.toMatch(/Z|\+/);
    const old = await requestToken(sandboxCafe24Account.refreshToken);
    expect(old).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    expect(await requestToken(first.body.refresh_token ?? "")).toMatchObject({ status: 200 });
  });
});

describe("the bucket", () => {
  test("the bucket's level stands on every answer, and the 41st call finds it full", async () => {
    const { send } = start({ now: () => Date.UTC(2026, 10, 29) });
    const answers = [];
    for (let call = 1; call <= 41; call += 1) answers.push(await send("GET", "/products?custom_product_code=X"));
    expect(answers.map(({ headers }) => headers.get("x-api-call-limit"))).toEqual([
      ...Array.from({ length: 40 }, (_, index) => `${index + 1}/40`),
      "40/40",
    ]);
    expect(answers.map(({ status }) => status)).toEqual([...Array(40).fill(200), 429]);
  });

  test("and on what is refused", async () => {
    const { send } = start({ now: () => Date.UTC(2026, 10, 29) });
    const refused = [
      await send("GET", "/products", undefined, { authorization: "Bearer x" }),
      await send("POST", "/products", { request: {} }),
      await send("GET", "/products/1"),
    ];
    expect(refused.map(({ status }) => status)).toEqual([401, 422, 404]);
    expect(refused.map(({ headers }) => headers.get("x-api-call-limit"))).toEqual(["1/40", "2/40", "3/40"]);
  });
});

describe("pictures", () => {
  test("a path of the general upload is not taken as the main picture afterwards either; base64 is", async () => {
    const { send, request } = start();
    const [picture] = await listingPictures(1);
    const image = (await picture?.read())?.toString("base64") ?? "";
    const uploaded = await send("POST", "/products/images", { requests: [{ image }] });
    const path = uploaded.body.images[0].path;
    expect(path).toContain("NNEditor");
    const made = await send("POST", "/products", { request: await request() });
    const images = `/products/${made.body.product.product_no}/images`;
    const asMain = (detail_image: string) => ({ request: { image_upload_type: "A", detail_image } });
    const { says } = cafe24Refusals["a path as the main picture"];
    expect(await send("POST", images, asMain(path))).toMatchObject({ status: 422, body: { error: { message: says } } });
    expect(await send("POST", images, asMain(`data:image/jpeg;base64,${image}`))).toMatchObject({ status: 201 });
  });

  test("further ones are added to those that are there", async () => {
    const { send, request, standIn } = start();
    const [picture] = await listingPictures(1);
    const image = (await picture?.read())?.toString("base64") ?? "";
    const made = await send("POST", "/products", { request: await request() });
    const number = made.body.product.product_no;
    const path = `/products/${number}/additionalimages`;
    const add = (count: number) => send("POST", path, { request: { additional_image: Array(count).fill(image) } });
    expect(await add(11)).toMatchObject({ status: 201 });
    expect(await add(10)).toMatchObject({ status: 422 });
    expect(standIn.stored(number)?.additional).toHaveLength(11);
    expect(await send("DELETE", path)).toMatchObject({ status: 200 });
    expect(standIn.stored(number)?.additional).toEqual([]);
  });
});

test("an update changes what it names and nothing else", async () => {
  const { send, request, standIn } = start();
  const made = await send("POST", "/products", { request: await request() });
  const number = made.body.product.product_no;
  expect(await send("PUT", `/products/${number}`, { request: { price: "19000" } })).toMatchObject({ status: 200 });
  expect(standIn.stored(number)?.body).toMatchObject({ price: "19000", product_name: "저온압착 참기름 300ml" });
});

/** The ready product's create with one thing changed. */
const creating = (change: Record<string, unknown>) => async (shop: Shop) => {
  const answer = await shop.send("POST", "/products", { request: await shop.request(change) });
  expect(shop.standIn.listings()).toEqual([]);
  return answer;
};

/** A request about a product that is there. */
const at = (method: string, path: string, body?: object) => async (shop: Shop) => {
  const made = await shop.send("POST", "/products", { request: await shop.request() });
  return shop.send(method, `/products/${made.body.product.product_no}${path}`, body);
};

const axis = { has_option: "T", option_type: "T", options: [{ name: "색상", value: ["빨강"] }] };
const laterAxis = { ...axis, options: [{ option_name: "색상", option_value: [{ option_text: "빨강" }] }] };
const further = (...additional_image: string[]) => ({ request: { additional_image } });

/** What breaks each rule of the mall. */
const wrongRequests: Record<Cafe24Rule, (shop: Shop) => Promise<{ status: number; body: { error?: object } }>> = {
  "no name": creating({ product_name: " " }),
  "no supply price": creating({ supply_price: undefined }),
  "a name of 251 characters": creating({ product_name: "가".repeat(251) }),
  "a price of nothing": creating({ price: "0" }),
  "a price above all": creating({ price: "2147483648" }),
  "a code of 41 characters": creating({ custom_product_code: "X".repeat(41) }),
  "a summary of 256 characters": creating({ summary_description: "x".repeat(256) }),
  "neither T nor F": creating({ display: "Y" }),
  "an unknown tax": creating({ tax_type: "D" }),
  "an unknown condition": creating({ product_condition: "Z" }),
  "an unknown origin": creating({ origin_classification: "X" }),
  "another origin without its words": creating({ origin_place_no: 1800, origin_place_value: "" }),
  "an origin of 31 characters": creating({ origin_place_value: "x".repeat(31) }),
  "a category that is not there": creating({ add_category_no: [{ category_no: 9 }] }),
  "a path as the main picture": creating({ detail_image: "/web/upload/NNEditor/1.jpg" }),
  "six names of options": creating({
    has_option: "T",
    options: Array.from({ length: 6 }, (_, index) => ({ name: `${index}`, value: ["가"] })),
  }),
  "a page of 101": ({ send }) => send("GET", "/products?limit=101"),
  "21 pictures in one upload": ({ send }) =>
    send("POST", "/products/images", { requests: Array(21).fill({ image: "x" }) }),
  "what is no picture": ({ send }) => send("POST", "/products/images", { requests: [{ image: "x" }] }),
  "21 further pictures": at("POST", "/additionalimages", further(...Array(21).fill("x"))),
  "30 megabytes of further pictures": at("POST", "/additionalimages", further(...Array(8).fill("x".repeat(4_000_000)))),
  "a further picture that is none": at("POST", "/additionalimages", further("x")),
  "options under the names of a create": at("POST", "/options", { request: axis }),
  "101 variants at once": at("PUT", "/variants", { requests: Array(101).fill({ variant_code: "X", quantity: 1 }) }),
  "a variant that is not there": at("PUT", "/variants", { requests: [{ variant_code: "X", quantity: 1 }] }),
  "a quantity below nothing": async (shop) => {
    const { body } = await at("GET", "/variants")(shop);
    const [{ variant_code }] = body.variants;
    const path = `/products/${shop.standIn.listings()[0]?.remoteId}/variants`;
    return shop.send("PUT", path, { requests: [{ variant_code, quantity: -1 }] });
  },
  "options where there are some": async (shop) => {
    await at("POST", "/options", { request: laterAxis })(shop);
    const path = `/products/${shop.standIn.listings()[0]?.remoteId}/options`;
    return shop.send("POST", path, { request: laterAxis });
  },
  "no wrapper": async ({ send, request }) => send("POST", "/products", await request()),
  "no JSON": ({ send }) => send("POST", "/products", "{"),
  "no version": ({ send }) => send("GET", "/products", undefined, { "x-cafe24-api-version": "" }),
  "no token": ({ send }) => send("GET", "/products", undefined, { authorization: "Bearer x" }),
  "a product that is not there": ({ send }) => send("GET", "/products/1"),
  "no further pictures to delete": at("DELETE", "/additionalimages"),
  "no options to delete": at("DELETE", "/options"),
  "a full bucket": async ({ send }) => {
    for (let call = 1; call <= 40; call += 1) await send("GET", "/products");
    return send("GET", "/products");
  },
};

test("options can be given once the product is there", async () => {
  const shop = start();
  expect(await at("POST", "/options", { request: laterAxis })(shop)).toMatchObject({ status: 201 });
  const { body } = await shop.send("GET", `/products/${shop.standIn.listings()[0]?.remoteId}/variants`);
  expect(body.variants).toMatchObject([{ options: [{ name: "색상", value: "빨강" }] }]);
});

describe("every rule of the mall is enforced, and in its own words", () => {
  test.each(Object.entries(wrongRequests))("%s", async (rule, wrong) => {
    const shop = start({ now: () => Date.UTC(2026, 10, 29) });
    const { status, says } = cafe24Refusals[rule as Cafe24Rule];
    const message = expect.stringMatching(wordsOf({ says }));
    expect(await wrong(shop)).toMatchObject({ status, body: { error: { code: status, message } } });
  });

  test("a wrapper is wanted wherever there is a body", async () => {
    const shop = start();
    for (const [method, path] of [
      ["PUT", ""],
      ["POST", "/images"],
      ["POST", "/additionalimages"],
      ["POST", "/options"],
      ["PUT", "/variants"],
    ] as const) {
      expect(await at(method, path, { product_name: "x" })(shop)).toMatchObject({ status: 400 });
    }
  });
});

test("what lies outside the API is not there", async () => {
  start();
  expect((await fetch(`${origin}/web/product/big/1.jpg`)).status).toBe(404);
});
