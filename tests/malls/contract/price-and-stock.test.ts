import { describe, expect, test } from "vitest";
import { type MallConnection, type MallKey, mallKeys, updatesPrice, updatesStock } from "#app/channels/contract.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import { optionVariants, readyProduct } from "#tests/malls/ready-product.ts";
import { playedMalls } from "../played-malls.ts";
import type { PlayedMall, StandIn } from "../stand-in.ts";
import { mallUnderTest } from "./mall-under-test.ts";
import { listedAs, mallStage, orderFor } from "./pipeline-steps.ts";
import { lineFaults } from "./spoiled-line.ts";

const { start } = mallStage();
const parts = mallKeys.flatMap((key) => (["price", "stock"] as const).map((part) => ({ key, part })));
const soldOutCall = (key: MallKey) => (playedMalls[key] as unknown as PlayedMall<StandIn>).soldOutCall;
const withOwnCall = parts.filter(({ key, part }) => playedMalls[key].ownCalls[part] !== null);

test("a connection can change alone just what its mall has a call for", () => {
  const able = parts.filter(({ key, part }) => changerOf(mallUnderTest(key).connection, part) !== null);
  const soldOutOnly = ({ key, part }: (typeof parts)[number]) => part === "stock" && soldOutCall(key) !== undefined;
  expect(able).toEqual(parts.filter((one) => withOwnCall.includes(one) || soldOutOnly(one)));
});

describe.each(withOwnCall)("another $part alone at $key", ({ key, part }) => {
  const changed = part === "price" ? { price: 15_000 } : { stock: 7, variants: readyVariants(7) };
  const told = part === "price" ? { price: 15_000, stock: 40 } : { price: 18_000, stock: 7 };

  /** A listing that stands, and what changes it. */
  async function listed(product = readyProduct()) {
    const mall = start(key);
    const made = await orderFor(mall, { product });
    const remoteId = await listedAs(mall, made);
    const update = changerOf(mall.connection, part);
    if (!update) throw new Error("It has a call of its own");
    return { mall, change: (next: ProductFacts) => update({ reference: made.reference, remoteId, product: next }) };
  }

  test("goes by its own call, says nothing of anything else, and may be repeated", async () => {
    const { mall, change } = await listed();
    const before = mall.line.requests();
    expect(await change(readyProduct(changed))).toEqual({ outcome: "accepted" });
    const ownCall = playedMalls[key].ownCalls[part] ?? /^$/;
    const calls = mall.line.calls().slice(before);
    const changing = calls.filter((call) => ownCall.test(call) || !/^(GET|QUERY) /.test(call));
    expect(changing.length).toBeGreaterThan(0);
    for (const call of changing) expect(call).toMatch(ownCall);
    expect(mall.standIn.listings()).toMatchObject([{ ...told, name: readyProduct().name, state: "live" }]);
    expect(await change(readyProduct(changed))).toEqual({ outcome: "accepted" });
    expect(mall.standIn.listings()).toMatchObject([told]);
  });

  test("of options goes to each of them", async () => {
    const { mall, change } = await listed(readyProduct({ variants: optionVariants, stock: 20 }));
    const variants = part === "price" ? optionVariants : optionVariants.map((one, index) => ({ ...one, stock: index }));
    const next = readyProduct({ price: part === "price" ? 15_000 : 18_000, variants, stock: 6 });
    expect(await change(next)).toEqual({ outcome: "accepted" });
    const [listing] = mall.standIn.listings();
    expect(listing).toMatchObject(part === "price" ? { price: 15_000 } : { price: 18_000, stock: 6 });
  });

  test.each(lineFaults.filter((fault) => fault !== "slow drip"))(
    "%s, whichever request meets it: asked again it arrives",
    async (fault) => {
      for (let number = 1; ; number += 1) {
        const { mall, change } = await listed();
        const before = mall.line.requests();
        mall.line.spoil(fault, before + number);
        const answer = await change(readyProduct(changed));
        if (answer.outcome !== "accepted") {
          expect(answer.outcome, `request ${number}`).toBe("unsure");
          expect(await change(readyProduct(changed))).toEqual({ outcome: "accepted" });
        }
        expect(mall.standIn.listings(), `request ${number}`).toMatchObject([told]);
        if (mall.line.requests() < before + number) return;
      }
    },
  );

  test("of what is not there any more is a refusal that says so", async () => {
    const { mall, change } = await listed();
    mall.byHand.delete(mall.standIn.listings()[0]?.remoteId ?? "");
    const answer = await change(readyProduct(changed));
    expect(answer).toMatchObject({ outcome: "refused", issues: [{ code: "mall.listing_gone" }] });
  });
});

const tellsStock = mallKeys.filter((key) => updatesStock(mallUnderTest(key).connection));

test.each(tellsStock)("what is sold out is told to %s, or not shown there", async (key) => {
  const mall = start(key);
  const made = await orderFor(mall);
  const remoteId = await listedAs(mall, made);
  const product = readyProduct({ stock: 0, variants: readyVariants(0) });
  const update = changerOf(mall.connection, "stock");
  const before = mall.line.requests();
  expect(await update?.({ reference: made.reference, remoteId, product })).toEqual({ outcome: "accepted" });
  const ownCall = soldOutCall(key) ?? playedMalls[key].ownCalls.stock ?? /^$/;
  const changing = mall.line
    .calls()
    .slice(before)
    .filter((call) => !/^(GET|QUERY) /.test(call));
  expect(changing.length).toBeGreaterThan(0);
  for (const call of changing) expect(call).toMatch(ownCall);
  const [listing] = mall.standIn.listings();
  if (listing?.state === "live") expect(listing.stock).toBe(0);
  else expect(listing?.state).toBe("withdrawn");
  expect((await mall.connection.publish({ ...made, remoteId })).outcome).toBe("accepted");
  const state = expect.stringMatching(/^(in_review|live)$/);
  expect(mall.standIn.listings()).toMatchObject([{ reference: made.reference, state, stock: 40 }]);
});

function changerOf(connection: MallConnection, part: "price" | "stock") {
  if (part === "price") return updatesPrice(connection) ? connection.updatePrice : null;
  return updatesStock(connection) ? connection.updateStock : null;
}

function readyVariants(stock: number): ProductFacts["variants"] {
  return [{ key: "", options: [], priceDelta: 0, stock }];
}
