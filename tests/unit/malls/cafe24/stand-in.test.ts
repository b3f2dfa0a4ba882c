import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { checkForCafe24 } from "#app/channels/cafe24/check.ts";
import { refusalIssues } from "#app/channels/cafe24/complaints.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import { sandboxCafe24Account } from "#tests/malls/cafe24/account.ts";
import { listingPictures, readyProduct } from "#tests/malls/ready-product.ts";
import { binding, origin, startShop } from "./shop.ts";

let stop = () => undefined as unknown;
afterEach(() => stop());

function start(options?: Parameters<typeof startShop>[0]) {
  const shop = startShop(options);
  stop = () => shop.server.close();
  return shop;
}

describe("what the mall refuses before it reads", () => {
  test("each renewal replaces the refresh token: the one before is refused, and so is a wrong secret", async () => {
    const { requestToken } = start();
    const first = await requestToken(sandboxCafe24Account.refreshToken);
    expect(first).toMatchObject({ status: 200, body: { mall_id: sandboxCafe24Account.mallId } });
    expect(first.body.expires_at).not.toMatch(/Z|\+/);
    const old = await requestToken(sandboxCafe24Account.refreshToken);
    expect(old).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    expect(await requestToken(first.body.refresh_token ?? "")).toMatchObject({ status: 200 });
    expect(await requestToken("x", "wrong")).toMatchObject({ status: 401, body: { error: "invalid_client" } });
  });

  test("a call without the version, without a token and without the wrapper", async () => {
    const { send, request } = start();
    const wrapped = { request: await request() };
    expect(await send("POST", "/products", wrapped, { "x-cafe24-api-version": "" })).toMatchObject({ status: 400 });
    expect(await send("POST", "/products", wrapped, { authorization: "Bearer x" })).toMatchObject({ status: 401 });
    expect(await send("POST", "/products", await request())).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining("`request`") } },
    });
    expect(await send("POST", "/products", wrapped)).toMatchObject({ status: 201 });
  });

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
});

describe("pictures", () => {
  test("a path of the general upload is not taken as the main picture: 422; base64 is", async () => {
    const { send, request } = start();
    const [picture] = await listingPictures(1);
    const image = (await picture?.read())?.toString("base64") ?? "";
    const uploaded = await send("POST", "/products/images", { requests: [{ image }] });
    const path = uploaded.body.images[0].path;
    expect(path).toContain("NNEditor");
    const refused = { status: 422, body: { error: { message: expect.stringContaining("wrong image path") } } };
    expect(await send("POST", "/products", { request: await request({ detail_image: path }) })).toMatchObject(refused);
    const made = await send("POST", "/products", { request: await request() });
    const images = `/products/${made.body.product.product_no}/images`;
    const asMain = (detail_image: string) => ({ request: { image_upload_type: "A", detail_image } });
    expect(await send("POST", images, asMain(path))).toMatchObject(refused);
    expect(await send("POST", images, asMain(`data:image/jpeg;base64,${image}`))).toMatchObject({ status: 201 });
  });

  test("21 at once are refused", async () => {
    const { send, request } = start();
    const requests = Array.from({ length: 21 }, () => ({ image: "x" }));
    expect(await send("POST", "/products/images", { requests })).toMatchObject({ status: 422 });
    const made = await send("POST", "/products", { request: await request() });
    const path = `/products/${made.body.product.product_no}/additionalimages`;
    expect(await send("POST", path, { request: { additional_image: Array(21).fill("x") } })).toMatchObject({
      status: 422,
    });
    expect(await send("POST", path, { request: { additional_image: ["x"] } })).toMatchObject({ status: 422 });
    const heavy = Array(8).fill("x".repeat(4_000_000));
    expect(await send("POST", path, { request: { additional_image: heavy } })).toMatchObject({
      status: 422,
      body: { error: { message: expect.stringContaining("30MB") } },
    });
  });

  test("further ones are added to those that are there", async () => {
    const { send, request, standIn } = start();
    const [picture] = await listingPictures(1);
    const image = (await picture?.read())?.toString("base64") ?? "";
    const made = await send("POST", "/products", { request: await request() });
    const number = made.body.product.product_no;
    const path = `/products/${number}/additionalimages`;
    expect(await send("DELETE", path)).toMatchObject({ status: 404 });
    const add = (count: number) => send("POST", path, { request: { additional_image: Array(count).fill(image) } });
    expect(await add(11)).toMatchObject({ status: 201 });
    expect(await add(10)).toMatchObject({ status: 422 });
    expect(standIn.stored(number)?.additional).toHaveLength(11);
    expect(await send("DELETE", path)).toMatchObject({ status: 200 });
    expect(standIn.stored(number)?.additional).toEqual([]);
  });
});

test("options are said under other names once the product is there, and only where it has none", async () => {
  const { send, request } = start();
  const made = await send("POST", "/products", { request: await request({ has_option: "F" }) });
  const path = `/products/${made.body.product.product_no}`;
  const said = { has_option: "T", option_type: "T" };
  const asAtCreation = { ...said, options: [{ name: "색상", value: ["빨강"] }] };
  const asLater = { ...said, options: [{ option_name: "색상", option_value: [{ option_text: "빨강" }] }] };
  expect(await send("DELETE", `${path}/options`)).toMatchObject({ status: 404 });
  expect(await send("POST", `${path}/options`, { request: asAtCreation })).toMatchObject({ status: 422 });
  expect(await send("POST", `${path}/options`, { request: asLater })).toMatchObject({ status: 201 });
  expect(await send("POST", `${path}/options`, { request: asLater })).toMatchObject({ status: 409 });
  const { body } = await send("GET", `${path}/variants`);
  expect(body.variants).toMatchObject([{ options: [{ name: "색상", value: "빨강" }] }]);
  const requests = Array(101).fill({ variant_code: body.variants[0].variant_code, quantity: 1 });
  expect(await send("PUT", `${path}/variants`, { requests })).toMatchObject({ status: 422 });
  expect(await send("PUT", `${path}/variants`, { requests: [{ variant_code: "X", quantity: 1 }] })).toMatchObject({
    status: 422,
  });
});

test("an update changes what it names and nothing else", async () => {
  const { send, request, standIn } = start();
  const made = await send("POST", "/products", { request: await request() });
  const number = made.body.product.product_no;
  expect(await send("PUT", `/products/${number}`, { request: { price: "19000" } })).toMatchObject({ status: 200 });
  expect(standIn.stored(number)?.body).toMatchObject({ price: "19000", product_name: "저온압착 참기름 300ml" });
  expect(await send("GET", "/products/1")).toMatchObject({ status: 404 });
});

/** Every 422 of a product; `never`: the map can't write such a thing, `mall`: only it can know. */
const refusals: [
  sentence: string,
  change: Record<string, unknown>,
  before: { check: string; product: Partial<ProductFacts> } | "never" | "mall",
][] = [
  ["`product_name` is a required", { product_name: " " }, "never"],
  ["`supply_price` is a required", { supply_price: undefined }, "never"],
  [
    "`product_name` must be 250",
    { product_name: "가".repeat(251) },
    { check: "name.too_long", product: { name: "가".repeat(251) } },
  ],
  ["`price` must be a number", { price: "0" }, { check: "price.step", product: { price: 0 } }],
  [
    "`price` must be a number",
    { price: "2147483648" },
    { check: "price.above_maximum", product: { price: 2_147_483_648 } },
  ],
  ["`custom_product_code` must", { custom_product_code: "X".repeat(41) }, "never"],
  ["`summary_description` must", { summary_description: "x".repeat(256) }, "never"],
  ["`display` must be T or F", { display: "Y" }, "never"],
  ["`tax_type` must", { tax_type: "D" }, "never"],
  ["`product_condition` is invalid", { product_condition: "Z" }, "never"],
  ["`origin_classification` is invalid", { origin_classification: "X" }, "never"],
  ["`origin_place_value` is a required", { origin_place_value: "" }, "never"],
  ["`origin_place_value` must", { origin_place_value: "x".repeat(31) }, "never"],
  ["`category_no` does not exist", { add_category_no: [{ category_no: 9 }] }, "mall"],
  ["wrong image path", { detail_image: "/web/upload/x.jpg" }, "never"],
  [
    "`options` must have 1 to 5",
    { has_option: "T", options: Array.from({ length: 6 }, (_, at) => ({ name: `${at}`, value: ["가"] })) },
    {
      check: "options.too_many_names",
      product: {
        variants: [
          {
            key: "가",
            options: Array.from({ length: 6 }, (_, at) => ({ name: `${at}`, value: "가" })),
            priceDelta: 0,
            stock: 1,
          },
        ],
      },
    },
  ],
];

describe("every refusal of a product", () => {
  test.each(refusals)("%s", async (sentence, change, before) => {
    const { send, request, standIn } = start();
    const answer = await send("POST", "/products", { request: await request(change) });
    expect(answer).toMatchObject({ status: 422, body: { error: { message: expect.stringContaining(sentence) } } });
    expect(standIn.listings()).toEqual([]);
    const { message } = answer.body.error;
    expect(refusalIssues(answer.body.error)).toMatchObject([{ path: { mall: "cafe24" }, raw: message }]);
    if (typeof before === "string") return;
    expect(checkForCafe24(readyProduct(before.product), binding).map(({ code }) => code)).toContain(before.check);
  });

  test("is in the list", () => {
    const source = readFileSync(new URL("../../../malls/cafe24/shelf.ts", import.meta.url), "utf8");
    const rules = source.slice(source.indexOf("function complaintAbout"), source.indexOf("function combinations"));
    const said = [...rules.matchAll(/["`]((?:\\?`|wrong)[^"\n]*?\(parameter)/g)].map(([, text = ""]) => text);
    expect(said.length).toBeGreaterThan(12);
    const listed = refusals.map(([sentence]) => sentence.replace(/`\w+`/, "*"));
    const missing = said
      .map((text) => text.replaceAll("\\", "").replace(/`(?:\$\{\w+\}|\w+)`/, "*"))
      .filter((text) => !listed.some((one) => text.startsWith(one)));
    expect(missing).toEqual([]);
  });
});

test("what lies outside the API is not there", async () => {
  start();
  expect((await fetch(`${origin}/web/product/big/1.jpg`)).status).toBe(404);
});
