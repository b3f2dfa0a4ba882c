import { afterEach, beforeEach, expect, test } from "vitest";
import { optionVariants, readyProduct } from "#tests/malls/ready-product.ts";
import { requestsTo } from "./requests.ts";
import { naverOrder, openStore } from "./store.ts";

let store: ReturnType<typeof openStore>;
const { call } = requestsTo(() => store);

beforeEach(() => {
  store = openStore();
});
afterEach(() => store.close());

const multiUpdate = "/v1/products/origin-products/multi-update";

async function listed(product = readyProduct()) {
  await store.connection.publish(await naverOrder({ product }));
  const [listing] = store.mall.listings();
  return Number(listing?.remoteId);
}

const shown = () => store.mall.listings()[0];

async function refusal(answer: Promise<Response>) {
  const response = await answer;
  const body = (await response.json()) as { invalidInputs?: { name: string }[] };
  return { status: response.status, names: body.invalidInputs?.map(({ name }) => name) };
}

test.each([
  ["nothing to change", [], "multiProductUpdateRequestVos"],
  ["no kind", [{ productSalePrice: { salePrice: 9_000 } }], "multiUpdateTypes"],
  ["a kind that is none", [{ multiUpdateTypes: ["PRICE"] }], "multiUpdateTypes"],
  ["a price without its wrapper", [{ multiUpdateTypes: ["SALE_PRICE"], salePrice: 9_000 }], "salePrice"],
  ["a price between tens", [{ multiUpdateTypes: ["SALE_PRICE"], productSalePrice: { salePrice: 9_001 } }], "salePrice"],
  ["a price beyond all", [{ multiUpdateTypes: ["SALE_PRICE"], productSalePrice: { salePrice: 1e9 } }], "salePrice"],
  ["a stock below nothing", [{ multiUpdateTypes: ["STOCK"], stockQuantity: -1 }], "stockQuantity"],
])("multi-update, %s: refused, and nothing changes", async (_, changes, name) => {
  const originProductNo = await listed();
  const multiProductUpdateRequestVos = changes.map((change) => ({ originProductNo, ...change }));
  const { status, names } = await refusal(call("PATCH", multiUpdate, { multiProductUpdateRequestVos }));
  expect(status).toBe(400);
  expect(names?.[0]).toContain(name);
  expect(shown()).toMatchObject({ price: 18_000, stock: 40 });
});

test("multi-update of a product that is not there is 404; one of options takes no stock of the whole", async () => {
  const change = { multiUpdateTypes: ["STOCK"], stockQuantity: 3 };
  const at = (originProductNo: number) => ({ multiProductUpdateRequestVos: [{ originProductNo, ...change }] });
  expect((await call("PATCH", multiUpdate, at(1))).status).toBe(404);
  const no = await listed(readyProduct({ variants: optionVariants, stock: 20 }));
  expect((await refusal(call("PATCH", multiUpdate, at(no)))).status).toBe(400);
});

test("a stock of 0 is sold out, and one above it is on sale again", async () => {
  const originProductNo = await listed();
  for (const [stockQuantity, word] of [
    [0, "OUTOFSTOCK"],
    [2, "SALE"],
  ] as const) {
    const change = { originProductNo, multiUpdateTypes: ["STOCK"], stockQuantity };
    await call("PATCH", multiUpdate, { multiProductUpdateRequestVos: [change] });
    const read = await (await call("GET", `/v2/products/origin-products/${originProductNo}`)).json();
    expect(read).toMatchObject({ originProduct: { statusType: word, stockQuantity } });
  }
});

test("the stock of options goes by the mall's own numbers of them", async () => {
  const no = await listed(readyProduct({ variants: optionVariants, stock: 20 }));
  const path = `/v1/products/origin-products/${no}/option-stock`;
  const send = (option: object, useStockManagement: unknown = true) =>
    refusal(call("PUT", path, { optionInfo: { optionCombinations: [option], useStockManagement } }));
  expect(await send({ id: 1, stockQuantity: 1 })).toMatchObject({
    status: 400,
    names: [expect.stringContaining("id")],
  });
  expect(await send({ id: 1, stockQuantity: 1 }, undefined)).toMatchObject({ status: 400 });
  const plain = await listed();
  expect((await call("PUT", `/v1/products/origin-products/${plain}/option-stock`, {})).status).toBe(400);
});
