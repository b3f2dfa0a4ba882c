import { afterEach, beforeEach, expect, test } from "vitest";
import { documents } from "#app/channels/shopify/documents.ts";
import { sandboxShopifyAccount } from "#tests/malls/shopify/account.ts";
import { startShop } from "./shop.ts";

const { locationId } = sandboxShopifyAccount;
let shop: ReturnType<typeof startShop>;
let id: string;
let variantId: string;
let inventoryItemId: string;

beforeEach(async () => {
  shop = startShop();
  await shop.define();
  id = (await shop.set()).set.product.id;
  const [only] = (await shop.send(documents.readVariants, { id })).body.data.product.variants.nodes;
  variantId = only.id;
  inventoryItemId = only.inventoryItem.id;
});
afterEach(() => shop.server.close());

const stock = () => shop.standIn.listings()[0]?.stock;

function input(change: object = {}, quantity: object = {}) {
  const quantities = [{ inventoryItemId, locationId, quantity: 7, changeFromQuantity: null, ...quantity }];
  return { name: "available", reason: "correction", quantities, ...change };
}

async function set(given: object, key: string = crypto.randomUUID()) {
  const { body } = await shop.send(documents.setQuantities, { input: given, key });
  return {
    errors: body.errors,
    codes: body.data?.inventorySetQuantities?.userErrors.map((one: { code: string }) => one.code),
  };
}

test("without a key of its own it is refused, which the schema does not ask for", async () => {
  const document = `mutation SetQuantities($input: InventorySetQuantitiesInput!) {
    inventorySetQuantities(input: $input) { userErrors { field message code } } }`;
  const { body } = await shop.send(document, { input: input() });
  expect(JSON.stringify(body.errors)).toContain("@idempotent");
  expect((await set(input(), " ")).errors).toHaveLength(1);
  expect(stock()).toBe(40);
});

test("the same key answers the same without doing it again, and with another input it is refused", async () => {
  expect((await set(input(), "a key")).codes).toEqual([]);
  expect((await set(input({}, { quantity: 9 }), "another")).codes).toEqual([]);
  expect((await set(input(), "a key")).codes).toEqual([]);
  expect(stock()).toBe(9);
  expect((await set(input({}, { quantity: 8 }), "a key")).codes).toEqual(["IDEMPOTENCY_KEY_PARAMETER_MISMATCH"]);
});

test("from which quantity must be said: a stale number is refused, and null asks nothing", async () => {
  const { changeFromQuantity: _, ...silent } = input().quantities[0] ?? {};
  expect(JSON.stringify((await set({ ...input(), quantities: [silent] })).errors)).toContain("changeFromQuantity");
  expect((await set(input({}, { changeFromQuantity: 39 }))).codes).toEqual(["CHANGE_FROM_QUANTITY_STALE"]);
  expect(stock()).toBe(40);
  expect((await set(input({}, { changeFromQuantity: 40 }))).codes).toEqual([]);
  expect(stock()).toBe(7);
});

test.each([
  ["INVALID_NAME", () => input({ name: "committed" })],
  ["INVALID_REASON", () => input({ reason: "because" })],
  ["INVALID_LOCATION", () => input({}, { locationId: "gid://shopify/Location/999" })],
  ["INVALID_INVENTORY_ITEM", () => input({}, { inventoryItemId: "gid://shopify/InventoryItem/1" })],
  ["INVALID_QUANTITY_NEGATIVE", () => input({}, { quantity: -1 })],
  ["INVALID_QUANTITY_TOO_HIGH", () => input({}, { quantity: 1_000_000_001 })],
  [
    "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR",
    () => input({ quantities: [...input().quantities, ...input().quantities] }),
  ],
])("%s", async (code, given) => {
  expect((await set(given())).codes).toEqual([code]);
  expect(stock()).toBe(40);
});

test.each([
  ["PRODUCT_DOES_NOT_EXIST", () => ({ id: "gid://shopify/Product/1", variants: [{ id: variantId, price: "10" }] })],
  ["PRODUCT_VARIANT_DOES_NOT_EXIST", () => ({ id, variants: [{ id: "gid://shopify/ProductVariant/1", price: "10" }] })],
  ["GREATER_THAN_OR_EQUAL_TO", () => ({ id, variants: [{ id: variantId, price: "-1" }] })],
  [
    "NO_INVENTORY_QUANTITIES_ON_VARIANTS_UPDATE",
    () => ({ id, variants: [{ id: variantId, inventoryQuantities: [{ locationId, availableQuantity: 1 }] }] }),
  ],
])("a price: %s", async (code, variables) => {
  const { body } = await shop.send(documents.setPrices, variables());
  expect(body.data.productVariantsBulkUpdate.userErrors).toMatchObject([{ code }]);
  expect(shop.standIn.listings()).toMatchObject([{ price: 18_000 }]);
});
