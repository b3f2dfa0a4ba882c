import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readyOrder } from "../ready-product.ts";
import { goodsOf } from "./channel/map.ts";
import { sandboxCornerKey } from "./stand-in/account.ts";
import { sandboxCornerCategories } from "./stand-in/categories.ts";
import { createCornerStandIn } from "./stand-in/index.ts";
import { type CornerRule, cornerRefusals } from "./stand-in/refusals.ts";

const standIn = createCornerStandIn({ fetchPicture: fetch, reviewMilliseconds: 0 });
const server = setupServer(...standIn.handlers);
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterAll(() => server.close());

async function send(change: object, { method = "POST", path = "/goods", key = sandboxCornerKey } = {}) {
  const binding = { categoryCode: sandboxCornerCategories.GENERAL_FOOD ?? null };
  const goods = { ...goodsOf(await readyOrder({ binding })), ...change };
  const headers = { "x-api-key": key };
  const response = await fetch(`${standIn.origin}${path}`, { method, headers, body: JSON.stringify(goods) });
  return { status: response.status, body: await response.json() };
}

const wrongRequests: Record<CornerRule, () => ReturnType<typeof send>> = {
  "no name": () => send({ name: " " }),
  "a name of 41 characters": () => send({ name: "가".repeat(41) }),
  "no price": () => send({ price: 0 }),
  "an unknown category": () => send({ category: "C99" }),
  "no picture": () => send({ pictures: [] }),
  "no key": () => send({}, { key: "x" }),
  "goods that are not there": () => send({}, { method: "PUT", path: "/goods/1" }),
};

test.each(Object.entries(wrongRequests))("%s", async (rule, wrong) => {
  const { status = 422, says }: { status?: number; says: string } = cornerRefusals[rule as CornerRule];
  expect(await wrong()).toMatchObject({ status, body: { errors: [{ message: says }] } });
  expect(standIn.listings()).toEqual([]);
});

test("goods as our map writes them are taken", async () => {
  expect(await send({})).toMatchObject({ status: 201 });
});
