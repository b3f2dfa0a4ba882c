import { afterEach, describe, expect, test } from "vitest";
import { documents } from "#app/channels/shopify/documents.ts";
import { wordsOf } from "#tests/malls/refusals.ts";
import { sandboxShopifyAccount } from "#tests/malls/shopify/account.ts";
import { type DocumentRule, documentRefusals, shopifyRefusals, type UserRule } from "#tests/malls/shopify/refusals.ts";
import { readDocument } from "#tests/malls/shopify/schema.ts";
import { reference, startShop } from "./shop.ts";

let stop = () => undefined as unknown;
afterEach(() => stop());

function start(options?: Parameters<typeof startShop>[0]) {
  const shop = startShop(options);
  stop = () => shop.server.close();
  return shop;
}

const { publicationId, locationId } = sandboxShopifyAccount;

const quantitiesComparing = `mutation S {
  inventorySetQuantities(input: { name: "available", reason: "correction",
    quantities: [{ inventoryItemId: 1, locationId: 1, quantity: 1, compareQuantity: 1 }] }) { userErrors { message } } }`;

describe("before anything is carried out", () => {
  test.each(Object.entries(documents))("our document %s is one of Shopify's schema", (_, document) => {
    expect(readDocument(document)).toMatchObject({ kind: "Document" });
  });

  test.each([
    ["a field that is not there", "{ shop { colour } }", "colour"],
    ["a deprecated field", "{ shop { currencyCode } product(id: 1) { bodyHtml } }", "bodyHtml"],
    [
      "a deprecated argument",
      "mutation { productUpdate(input: { id: 1 }) { userErrors { message } } }",
      "is deprecated",
    ],
    ["an argument that was removed", quantitiesComparing, "compareQuantity"],
    ["`code` of an error that has none", hideWith("field message code"), "code"],
    ["no GraphQL", "shop please", "Syntax Error"],
  ])("%s is refused", async (_, document, word) => {
    const { send } = start();
    const { status, body } = await send(document);
    expect(status).toBe(200);
    expect(body.data).toBeUndefined();
    expect(JSON.stringify(body.errors)).toContain(word);
  });

  test("a version that is retired or unknown is answered by the oldest that is left", async () => {
    const { send, standIn } = start();
    const answered = async (version?: string) =>
      (await send(documents.readShop, {}, { version })).headers.get("x-shopify-api-version");
    expect(await answered()).toBe("2026-07");
    for (const version of ["2025-01", "2099-13"]) expect(await answered(version)).toBe("2026-01");
    standIn.retire("2026-07");
    expect(await answered()).toBe("2026-10");
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
    expect((await send(documents.readShop)).body.errors).toMatchObject([{ extensions: { code: "THROTTLED" } }]);
    time += 1_000;
    expect((await send(documents.readShop)).body.data).toBeTruthy();
  });

  test("what was asked for is charged first, and given back where it was not needed", async () => {
    const { send } = start({ now: () => Date.UTC(2026, 10, 29), restoreRate: 100 });
    const { cost } = (await send("{ products(first: 250) { nodes { id } } }")).body.extensions;
    expect(cost).toMatchObject({ requestedQueryCost: 251, actualQueryCost: 1 });
    expect(cost.throttleStatus.currentlyAvailable).toBe(1_999);
  });
});

describe("who a product is", () => {
  test("by our own number: twice is one product", async () => {
    const { set, define, standIn } = start();
    await define();
    expect((await set()).set.userErrors).toEqual([]);
    expect((await set({ title: "참기름" })).set.userErrors).toEqual([]);
    expect(standIn.listings()).toMatchObject([{ reference, name: "참기름" }]);
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
    const { product } = (await set({ tags: ["하나", "둘"], productOptions: option("가", "나"), variants: both })).set;
    const number = product.id.split("/").at(-1);
    const { files } = standIn.stored(number) ?? { files: [] };
    expect(files).toHaveLength(2);
    const fewer = { tags: ["하나"], files: [{ id: files[0] }], productOptions: option("가"), variants: single };
    await set(fewer, { id: product.id });
    expect(standIn.stored(number)).toMatchObject({ tags: ["하나"], files: [files[0]], variants: [{ price: "1" }] });
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
  });
});

function stocked(change: object) {
  const inventoryQuantities = [{ locationId, name: "available", quantity: 1, ...change }];
  return { productOptions: option("가"), variants: [{ ...single[0], inventoryQuantities }] };
}

function hideWith(fields: string): string {
  return `mutation { publishableUnpublish(id: 1, input: []) { userErrors { ${fields} } } }`;
}

const optionsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ name: `${at}`, values: [{ name: "가" }] }));
const single = [{ optionValues: [{ optionName: "색", name: "가" }], price: "1" }];
const both = [...single, { optionValues: [{ optionName: "색", name: "나" }], price: "1" }];
const option = (...values: string[]) => [{ name: "색", values: values.map((name) => ({ name })) }];

type Shop = ReturnType<typeof start>;
type Wrong = (shop: Shop) => Promise<{ userErrors?: unknown[]; errors?: unknown[] }>;

/** Our own create with something changed; nothing comes of it. */
const setting =
  (change: object, identifier?: object): Wrong =>
  async ({ set, standIn }) => {
    const { body } = await set(change, identifier);
    expect(standIn.listings()).toEqual([]);
    return { errors: body.errors, userErrors: body.data?.productSet?.userErrors };
  };

/** A document about the product that stands there. */
const about =
  (document: string, variables: (found: { id: string; variant: string; item: string }) => object): Wrong =>
  async ({ set, send }) => {
    const { id } = (await set()).set.product;
    const [variant] = (await send(documents.readVariants, { id })).body.data.product.variants.nodes;
    const { body } = await send(document, variables({ id, variant: variant.id, item: variant.inventoryItem.id }));
    const [answer] = Object.values((body.data ?? {}) as Record<string, { userErrors?: unknown[] } | null>);
    return { errors: body.errors, userErrors: answer?.userErrors ?? [] };
  };

const quantities = (change: object, quantity: object = {}, key: string = crypto.randomUUID()) =>
  about(documents.setQuantities, ({ item }) => ({ key, input: quantityInput(item, change, quantity) }));
const quantityInput = (inventoryItemId: string, change: object = {}, quantity: object = {}) => {
  const one = { inventoryItemId, locationId, quantity: 7, changeFromQuantity: null, ...quantity };
  return { name: "available", reason: "correction", quantities: [one], ...change };
};
const prices = (change: (found: { id: string; variant: string }) => object) => about(documents.setPrices, change);
const publish = `mutation P($id: ID!, $p: ID!) {
  publishablePublish(id: $id, input: [{ publicationId: $p }]) { userErrors { field message } } }`;
const deletion =
  "mutation D($id: ID!) { productDelete(input: { id: $id }) { deletedProductId userErrors { field message } } }";
const define = `mutation Define($definition: MetafieldDefinitionInput!) {
  metafieldDefinitionCreate(definition: $definition) { userErrors { field message code } } }`;
const other = { key: "baekseon_reference", type: "id", value: "OTHER" };
const nowhere = "gid://shopify/Product/1";

/** What breaks each rule of the shop. */
const wrongRequests: Record<UserRule | DocumentRule, Wrong> = {
  "an id beside an identifier": setting({ id: nowhere }),
  "an identifier's handle left out": setting({ handle: undefined }, { handle: "sesame" }),
  "another handle than the identifier's": setting({ handle: "oil" }, { handle: "sesame" }),
  "a custom id that is not defined": async () => setting({})(start()),
  "a custom id's metafields left out": setting({ metafields: undefined }),
  "another custom id than the identifier's": setting({ metafields: [other] }),
  "a product that is not there": setting({}, { id: nowhere }),
  "a handle that another has": async ({ set }) => {
    await set();
    const { body } = await set({ metafields: [other] }, { customId: { key: other.key, value: other.value } });
    return body.data.productSet;
  },
  "no title": setting({ title: " " }),
  "a title of 256 characters": setting({ title: "가".repeat(256) }),
  "a category that is not there": setting({ category: "gid://shopify/TaxonomyCategory/zz" }),
  "a file that is not there": setting({ files: [{ id: "gid://shopify/MediaImage/1" }] }),
  "a file without id and source": setting({ files: [{ alt: "x" }] }),
  "variants without options": setting({ productOptions: undefined }),
  "options without variants": setting({ variants: undefined }),
  "four options": setting({ productOptions: optionsOf(4) }),
  "the same option twice": setting({ productOptions: [...option("가"), ...option("가")], variants: single }),
  "the same value of an option twice": setting({ productOptions: option("가", "가"), variants: single }),
  "2,049 variants": setting({ productOptions: option("가"), variants: Array(2_049).fill(single[0]) }),
  "a value that no option has": setting({ productOptions: option("나"), variants: single }),
  "a price below nothing": setting({ productOptions: option("가"), variants: [{ ...single[0], price: "-1" }] }),
  "stock at an unknown location": setting(stocked({ locationId: "gid://shopify/Location/9" })),
  "stock of an unknown name": setting(stocked({ name: "sold" })),
  "a reference defined twice": async (shop) => (await shop.define()).body.data.metafieldDefinitionCreate,
  "a reference of another type": about(define, () => ({
    definition: { name: "x", key: "x", type: "single_line_text_field", ownerType: "PRODUCT" },
  })),
  "prices of a product that is not there": prices(({ variant }) => ({ id: nowhere, variants: [{ id: variant }] })),
  "the price of a variant that is not there": prices(({ id }) => ({
    id,
    variants: [{ id: "gid://shopify/ProductVariant/1", price: "10" }],
  })),
  "another price below nothing": prices(({ id, variant }) => ({ id, variants: [{ id: variant, price: "-1" }] })),
  "stock among prices": prices(({ id, variant }) => ({
    id,
    variants: [{ id: variant, inventoryQuantities: [{ locationId, availableQuantity: 1 }] }],
  })),
  "quantities of an unknown name": quantities({ name: "committed" }),
  "quantities for an unknown reason": quantities({ reason: "because" }),
  "quantities of the same item twice": about(documents.setQuantities, ({ item }) => {
    const input = quantityInput(item);
    return { key: "k", input: { ...input, quantities: [...input.quantities, ...input.quantities] } };
  }),
  "quantities at an unknown location": quantities({}, { locationId: "gid://shopify/Location/999" }),
  "quantities of an unknown item": quantities({}, { inventoryItemId: "gid://shopify/InventoryItem/1" }),
  "a quantity below nothing": quantities({}, { quantity: -1 }),
  "a quantity above a thousand million": quantities({}, { quantity: 1_000_000_001 }),
  "a quantity from a stale one": quantities({}, { changeFromQuantity: 39 }),
  "a key of another input": async (shop) => {
    await quantities({}, {}, "a key")(shop);
    return quantities({}, { quantity: 8 }, "a key")(shop);
  },
  "publishing what is not there": about(publish, () => ({ id: nowhere, p: publicationId })),
  "publishing where there is nothing": about(publish, ({ id }) => ({ id, p: "gid://shopify/Publication/9" })),
  "another state of what is not there": about(
    'mutation U { productUpdate(product: { id: "gid://shopify/Product/1" }) { userErrors { field message } } }',
    () => ({}),
  ),
  "a second deletion": async (shop) => {
    const { id } = (await shop.set()).set.product;
    expect((await shop.send(deletion, { id })).body.data.productDelete).toEqual({
      deletedProductId: id,
      userErrors: [],
    });
    expect((await shop.send(documents.readProduct, { id, publicationId })).body.data.product).toBeNull();
    return (await shop.send(deletion, { id })).body.data.productDelete;
  },
  "no idempotency key": async (shop) => {
    // The schema does not ask for it.
    const silent = `mutation SetQuantities($input: InventorySetQuantitiesInput!) {
      inventorySetQuantities(input: $input) { userErrors { field message code } } }`;
    expect((await about(silent, ({ item }) => ({ input: quantityInput(item) }))(shop)).errors).toHaveLength(1);
    return quantities({}, {}, " ")(shop);
  },
  "nothing said of the quantity before": quantities({}, { changeFromQuantity: undefined }),
  "a document that costs more than 1,000": async ({ send }) =>
    (await send("{ products(first: 250) { nodes { media(first: 250) { nodes { id } } } } }")).body,
  "too few points": async ({ send, standIn }) => {
    standIn.drain();
    const { status, body } = await send(documents.readShop);
    expect(status).toBe(200);
    expect(body.data).toBeUndefined();
    expect(body.extensions.cost).toMatchObject({ actualQueryCost: null, throttleStatus: { currentlyAvailable: 0 } });
    return body;
  },
  "a list of 251": setting({ files: Array(251).fill({ originalSource: "https://pictures.example/1.jpg" }) }),
};

describe("every rule of the shop is enforced, in its own words", () => {
  test.each(Object.entries(wrongRequests))("%s", async (rule, wrong) => {
    const shop = start({ now: () => Date.UTC(2026, 10, 29), restoreRate: 2_000 });
    await shop.define();
    const { code, ...refusal } = shopifyRefusals[rule as UserRule | DocumentRule];
    const { userErrors = [], errors = [] } = await wrong(shop);
    const message = expect.stringMatching(wordsOf(refusal));
    if (rule in documentRefusals) expect(errors).toMatchObject([{ message, extensions: { code } }]);
    else expect(userErrors).toContainEqual({ field: userErrorField, message, ...(code ? { code } : {}) });
  });

  test("a wrong token, and a throttle that comes as 429", async () => {
    const { send, standIn } = start();
    const { says } = shopifyRefusals["a wrong token"];
    expect(await send(documents.readShop, {}, { token: "x" })).toMatchObject({ status: 401, body: { errors: says } });
    standIn.failNext("429", "ReadShop");
    expect(await send(documents.readShop)).toMatchObject({ status: 429 });
  });
});

/** A path, or none where the whole is meant. */
const userErrorField = expect.toSatisfy((field: unknown) => field === null || Array.isArray(field));

test("the same key answers the same without doing it again; null asks nothing of the quantity before", async () => {
  const shop = start();
  await shop.define();
  const stock = () => shop.standIn.listings()[0]?.stock;
  expect((await quantities({}, { changeFromQuantity: 40 }, "a key")(shop)).userErrors).toEqual([]);
  await shop.set();
  expect(stock()).toBe(40);
  expect((await quantities({}, { changeFromQuantity: 40 }, "a key")(shop)).userErrors).toEqual([]);
  expect(stock()).toBe(40);
  expect((await quantities({}, { changeFromQuantity: null }, "another")(shop)).userErrors).toEqual([]);
  expect(stock()).toBe(7);
});
