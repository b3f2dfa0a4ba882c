import { afterEach, expect, test } from "vitest";
import { connectShopify } from "#app/channels/shopify/index.ts";
import { ownWiring } from "#app/channels/wiring.ts";
import type { Pace } from "#app/services/pace/pace.ts";
import { reference, settings, startShop } from "./shop.ts";

let stop = () => undefined as unknown;
afterEach(() => stop());

test("a document takes what it cost the last time, and leaves room for four that are held for all they could read", async () => {
  const { standIn, server, order } = startShop();
  stop = () => server.close();
  const turns: { cost: number; headroom: number }[] = [];
  const told: Parameters<Pace["heard"]>[0][] = [];
  const pace: Pace = {
    turn: async (cost = 1, headroom = 0) => void turns.push({ cost, headroom }),
    heard: async (said) => void told.push(said),
    rest: async () => undefined,
  };
  const connection = connectShopify(settings, { ...ownWiring(), pace: () => pace });
  const made = await order();
  expect(await connection.publish(made)).toMatchObject({ outcome: "accepted" });
  expect(turns.every(({ cost, headroom }) => cost === 100 && headroom === 0)).toBe(true);

  const [listing] = standIn.listings();
  const ask = () => connection.lookUp(reference, listing?.remoteId ?? null);
  await ask();
  turns.length = 0;
  told.length = 0;
  const spent = standIn.points().spent;
  await ask();
  expect(turns).toHaveLength(1);
  const [{ cost, headroom } = { cost: 0, headroom: 0 }] = turns;
  expect(cost).toBe(standIn.points().spent - spent);
  expect(headroom).toBeGreaterThan(4 * cost);
  // What others of ours are held for is not believed to be gone.
  expect(told).toEqual([
    { perSecond: 1_000, capacity: 20_000, remaining: expect.toSatisfy((left) => left >= 20_000 - cost) },
  ]);
});
