import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { checkForShopify } from "#app/channels/shopify/check.ts";
import { refusalIssues } from "#app/channels/shopify/complaints.ts";
import { documents } from "#app/channels/shopify/documents.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import { readyProduct } from "#tests/malls/ready-product.ts";
import { sandboxShopifyAccount } from "#tests/malls/shopify/account.ts";
import { readDocument } from "#tests/malls/shopify/schema.ts";
import { binding, reference, startShop } from "./shop.ts";

let stop = () => undefined as unknown;
afterEach(() => stop());

function start(options?: Parameters<typeof startShop>[0]) {
  const shop = startShop(options);
  stop = () => shop.server.close();
  return shop;
}

const { publicationId } = sandboxShopifyAccount;

describe("before anything is carried out", () => {
  test.each(Object.entries(documents))("our document %s is one of Shopify's schema", (_, document) => {
    expect(readDocument(document)).toMatchObject({ kind: "Document" });
  });

  test.each([
    ["a field that is not there", "{ shop { colour } }", "colour"],
    ["a deprecated field", "{ shop { currencyCode } product(id: 1) { bodyHtml } }", "bodyHtml"],
    ["`code` of an error that has none", hideWith("field message code"), "code"],
    ["no GraphQL", "shop please", "Syntax Error"],
  ])("%s is refused", async (_, document, word) => {
    const { send } = start();
    const { status, body } = await send(document);
    expect(status).toBe(200);
    expect(body.data).toBeUndefined();
    expect(JSON.stringify(body.errors)).toContain(word);
  });

  test("a wrong token is 401; a version that is retired is answered by the oldest that is left", async () => {
    const { send } = start();
    expect(await send(documents.readShop, {}, { token: "x" })).toMatchObject({ status: 401 });
    const current = await send(documents.readShop);
    expect(current.headers.get("x-shopify-api-version")).toBe("2026-07");
    const retired = await send(documents.readShop, {}, { version: "2025-01" });
    expect(retired.headers.get("x-shopify-api-version")).toBe("2026-01");
  });

  test("money is a decimal in text", async () => {
    const { set, define } = start();
    await define();
    const variants = [{ optionValues: [{ optionName: "Title", name: "Default Title" }], price: 18_000 }];
    expect(JSON.stringify((await set({ variants })).body.errors)).toContain("decimal string");
  });

  test("every answer tells the points; what does not fit into them is throttled, and comes back with time", async () => {
    let time = Date.UTC(2026, 10, 29);
    const { send, standIn } = start({ now: () => time, restoreRate: 100 });
    const first = await send(documents.readShop);
    expect(first.body.extensions.cost).toMatchObject({
      requestedQueryCost: 1,
      actualQueryCost: 1,
      throttleStatus: { maximumAvailable: 2_000, currentlyAvailable: 1_999, restoreRate: 100 },
    });
    standIn.drain();
    const throttled = await send(documents.readShop);
    expect(throttled).toMatchObject({ status: 200, body: { errors: [{ extensions: { code: "THROTTLED" } }] } });
    expect(throttled.body.data).toBeUndefined();
    expect(throttled.body.extensions.cost.actualQueryCost).toBeNull();
    time += 1_000;
    expect((await send(documents.readShop)).body.data).toBeTruthy();
    const dear = "{ products(first: 250) { nodes { media(first: 250) { nodes { id } } } } }";
    expect((await send(dear)).body.errors).toMatchObject([{ extensions: { code: "MAX_COST_EXCEEDED" } }]);
  });

  test("a list of more than 250 is refused", async () => {
    const { set, define } = start();
    await define();
    const files = Array.from({ length: 251 }, (_, at) => ({ originalSource: `https://pictures.example/${at}.jpg` }));
    expect((await set({ files })).body.errors).toMatchObject([{ extensions: { code: "MAX_INPUT_SIZE_EXCEEDED" } }]);
  });
});

describe("who a product is", () => {
  test("by our own number only once that is defined; twice is one product", async () => {
    const { set, define, standIn } = start();
    expect((await set()).set.userErrors).toMatchObject([{ code: "INVALID_METAFIELD" }]);
    await define();
    expect((await define()).body.data.metafieldDefinitionCreate.userErrors).toMatchObject([{ code: "TAKEN" }]);
    expect((await set()).set.userErrors).toEqual([]);
    expect((await set({ title: "참기름" })).set.userErrors).toEqual([]);
    expect(standIn.listings()).toMatchObject([{ reference, name: "참기름" }]);
  });

  test.each([
    ["MISSING_FIELD_REQUIRED", { metafields: undefined }, undefined],
    ["METAFIELD_MISMATCH", { metafields: [{ key: "baekseon_reference", type: "id", value: "OTHER" }] }, undefined],
    ["MISSING_FIELD_REQUIRED", { handle: undefined }, { handle: "sesame" }],
    ["INPUT_MISMATCH", { handle: "oil" }, { handle: "sesame" }],
    ["NOT_FOUND", {}, { id: "gid://shopify/Product/1" }],
  ])("%s", async (code, change, identifier) => {
    const { set, define, standIn } = start();
    await define();
    expect((await set(change, identifier)).set.userErrors).toMatchObject([{ code }]);
    expect(standIn.listings()).toEqual([]);
  });

  test("an id in the input, or a handle that another has", async () => {
    const { set, define } = start();
    await define();
    const { product } = (await set()).set;
    const id = { id: product.id };
    expect((await set(id, id)).set.userErrors).toMatchObject([{ code: "ID_NOT_ALLOWED" }]);
    const other = { metafields: [{ key: "baekseon_reference", type: "id", value: "OTHER" }] };
    const identifier = { customId: { key: "baekseon_reference", value: "OTHER" } };
    expect((await set(other, identifier)).set.userErrors).toMatchObject([{ code: "HANDLE_NOT_UNIQUE" }]);
  });

  test("a search is late, and finds what only begins alike", async () => {
    let time = Date.UTC(2026, 10, 29);
    const { set, define, send } = start({ now: () => time, searchLagMilliseconds: 5_000 });
    await define();
    await set();
    const variables = {
      identifier: { customId: { key: "baekseon_reference", value: "BX26-READY" } },
      search: 'sku:"BX26-READY"',
      publicationId,
    };
    const find = async () => (await send(documents.findProducts, variables)).body.data;
    expect(await find()).toMatchObject({ productByIdentifier: null, products: { nodes: [] } });
    time += 6_000;
    expect(await find()).toMatchObject({
      productByIdentifier: null,
      products: { nodes: [{ variants: { nodes: [{ sku: reference }] } }] },
    });
  });
});

describe("what is sent", () => {
  test("takes the place of a whole list; a list that is left out stays", async () => {
    const { set, define, standIn } = start();
    await define();
    const { product } = (await set({ tags: ["하나", "둘"] })).set;
    const number = product.id.split("/").at(-1);
    const { files } = standIn.stored(number) ?? { files: [] };
    expect(files).toHaveLength(2);
    await set({ tags: ["하나"], files: [{ id: files[0] }] }, { id: product.id });
    expect(standIn.stored(number)).toMatchObject({ tags: ["하나"], files: [files[0]] });
    await set({ tags: undefined, files: undefined }, { id: product.id });
    expect(standIn.stored(number)).toMatchObject({ tags: ["하나"], files: [files[0]] });
    // The same source once more is another file.
    await set({}, { id: product.id });
    expect(standIn.files()).toBe(4);
  });

  test("is worked on: a picture is ready later, or has failed without any error in the answer", async () => {
    let time = Date.UTC(2026, 10, 29);
    const { set, define, send, serve, order } = start({ now: () => time, reviewMilliseconds: 4_000 });
    await define();
    const [main] = (await order()).pictures;
    if (main) serve([main]);
    const bad = { originalSource: "https://pictures.example/none.jpg", contentType: "IMAGE" };
    const { product, userErrors } = (await set({ files: [{ originalSource: main?.url, contentType: "IMAGE" }, bad] }))
      .set;
    expect(userErrors).toEqual([]);
    const read = async () =>
      (await send(documents.readProduct, { id: product.id, publicationId })).body.data.product.media.nodes;
    expect(await read()).toMatchObject([{ status: "PROCESSING", image: null }, { status: "PROCESSING" }]);
    time += 2_000;
    expect(await read()).toMatchObject([
      { status: "READY", image: { url: expect.stringContaining("/cdn/") } },
      { status: "FAILED", mediaErrors: [{ code: "IMAGE_DOWNLOAD_FAILURE" }] },
    ]);
  });

  test("is seen only when it is both active and published", async () => {
    const { set, define, send, standIn } = start();
    await define();
    const { product } = (await set()).set;
    const state = () => standIn.listings()[0]?.state;
    const publish = (id: string, publication = publicationId) =>
      send(
        "mutation P($id: ID!, $p: ID!) { publishablePublish(id: $id, input: [{ publicationId: $p }]) { userErrors { field message } } }",
        { id, p: publication },
      );
    await publish(product.id);
    expect(state()).toBe("withdrawn");
    await set({ status: "ACTIVE" }, { id: product.id });
    expect(state()).toBe("live");
    await send(documents.hideProduct, { id: product.id, publicationId });
    await set({ status: "ACTIVE" }, { id: product.id });
    expect(state()).toBe("withdrawn");
    for (const answer of [
      await publish("gid://shopify/Product/1"),
      await publish(product.id, "gid://shopify/Publication/9"),
    ]) {
      expect(answer.body.data.publishablePublish.userErrors).toMatchObject([{ message: expect.any(String) }]);
    }
  });
});

function hideWith(fields: string): string {
  return `mutation { publishableUnpublish(id: 1, input: []) { userErrors { ${fields} } } }`;
}

const optionsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ name: `${at}`, values: [{ name: "가" }] }));
const single = [{ optionValues: [{ optionName: "색", name: "가" }], price: "1" }];
const option = (...values: string[]) => [{ name: "색", values: values.map((name) => ({ name })) }];

/** Every error about a product; `never`: the map can't write such a thing, `mall`: only it can know. */
const refusals: [
  message: string,
  change: Record<string, unknown>,
  before: { check: string; product: Partial<ProductFacts> } | "never" | "mall",
][] = [
  ["Title can't be blank", { title: " " }, "never"],
  ["Title is too long", { title: "가".repeat(256) }, { check: "name.too_long", product: { name: "가".repeat(256) } }],
  ["Category is invalid", { category: "gid://shopify/TaxonomyCategory/zz" }, "mall"],
  ["File id does not exist", { files: [{ id: "gid://shopify/MediaImage/1" }] }, "never"],
  ["A file needs an id or a source", { files: [{ alt: "x" }] }, "never"],
  ["Product options input is missing", { productOptions: undefined }, "never"],
  ["Variants input is missing", { variants: undefined }, "never"],
  [
    "Can't have more than 3 options",
    { productOptions: optionsOf(4) },
    {
      check: "options.too_many_names",
      product: {
        variants: [
          { key: "가", options: optionsOf(4).map(({ name }) => ({ name, value: "가" })), priceDelta: 0, stock: 1 },
        ],
      },
    },
  ],
  ["Duplicated option name", { productOptions: [...option("가"), ...option("가")], variants: single }, "never"],
  ["Duplicated option value", { productOptions: option("가", "가"), variants: single }, "never"],
  [
    "Can't have more than 2048 variants",
    { productOptions: option("가"), variants: Array(2_049).fill(single[0]) },
    {
      check: "options.too_many",
      product: {
        variants: Array.from({ length: 2_049 }, (_, at) => ({
          key: `${at}`,
          options: [{ name: "번호", value: `${at}` }],
          priceDelta: 0,
          stock: 1,
        })),
      },
    },
  ],
  ["Option value does not exist", { productOptions: option("나"), variants: single }, "never"],
  [
    "Price must be 0 or more",
    { productOptions: option("가"), variants: [{ ...single[0], price: "-1" }] },
    { check: "price.step", product: { price: -1 } },
  ],
  [
    "Location does not exist",
    {
      productOptions: option("가"),
      variants: [{ ...single[0], inventoryQuantities: [stock("gid://shopify/Location/9")] }],
    },
    "mall",
  ],
  [
    "Quantity name is invalid",
    {
      productOptions: option("가"),
      variants: [{ ...single[0], inventoryQuantities: [{ ...stock(sandboxShopifyAccount.locationId), name: "sold" }] }],
    },
    "never",
  ],
];

function stock(locationId: string) {
  return { locationId, name: "available", quantity: 1 };
}

describe("every refusal of a product", () => {
  test.each(refusals)("%s", async (message, change, before) => {
    const { set, define, standIn } = start({ restoreRate: 2_000 });
    await define();
    const { userErrors } = (await set(change)).set;
    expect(userErrors[0].message).toContain(message);
    expect(standIn.listings()).toEqual([]);
    expect(refusalIssues(userErrors)[0]).toMatchObject({
      path: { mall: "shopify" },
      raw: expect.stringContaining(message),
    });
    if (typeof before === "string") return;
    expect(checkForShopify(readyProduct(before.product), binding).map(({ code }) => code)).toContain(before.check);
  });

  test("is in the list", () => {
    const source = readFileSync(new URL("../../../malls/shopify/product-set.ts", import.meta.url), "utf8");
    const rules = source.slice(source.indexOf("export function inputErrors"));
    const said = [...rules.matchAll(/refuse\(\s*"[A-Z_]+",\s*(?:"[^"]+"|`[^`]+`),\s*"([^"]+)"/g)].map(
      ([, text = ""]) => text,
    );
    expect(said.length).toBeGreaterThan(12);
    const listed = refusals.map(([message]) => message);
    expect(said.filter((text) => !listed.some((one) => text.startsWith(one)))).toEqual([]);
  });
});
