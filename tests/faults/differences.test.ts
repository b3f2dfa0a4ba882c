import { expect, test } from "vitest";
import { type MallConnection, type MallKey, mallKeys, updatesStock } from "#app/channels/contract.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { toStored } from "#app/domain/issue/stored-issues.ts";
import { readParts } from "#app/domain/listing/listing-parts.ts";
import type { ProductContent } from "#app/domain/product/product-content.ts";
import { Prisma } from "#app/services/database/database.ts";
import { playedMalls } from "#tests/malls/played-malls.ts";
import { publishListing } from "#workers/tasks/publish-listing.ts";
import { standingProduct } from "./standing-product.ts";

const soldFor = (price: number) => () => ({ price });
const left = (stock: number) => (content: ProductContent) => ({
  variants: content.variants.map((variant) => ({ ...variant, stock })),
});

test("an unchanged product costs no request at any mall; a lower price and another stock go by their own calls", async () => {
  const stage = await standingProduct();
  for (const mall of mallKeys) await stage.untilLive(mall);
  await stage.again();
  expect(await stage.jobs()).toBe(mallKeys.length);
  for (const mall of mallKeys) {
    expect(await stage.asked(() => stage.update(mall)), mall).toEqual([]);
    expect(await stage.listing(mall), mall).toMatchObject({ state: "live", outdated: false });
  }

  await stage.save(soldFor(15_000));
  for (const mall of mallKeys) await changed(stage, mall, "price", { price: 15_000 });
  await stage.save(left(7));
  for (const mall of mallKeys) await changed(stage, mall, "stock", { price: 15_000, stock: 7 });
  for (const mall of mallKeys) {
    expect(await stage.asked(() => stage.update(mall)), mall).toEqual([]);
    expect(readParts((await stage.listing(mall)).sentParts), mall).toMatchObject({ price: 15_000, stocks: { "": 7 } });
    expect(stage.sandbox.counts()[mall], mall).toEqual({ listings: 1, duplicates: 0 });
  }
});

async function changed(
  stage: Awaited<ReturnType<typeof standingProduct>>,
  mall: MallKey,
  part: "price" | "stock",
  told: { price?: number; stock?: number },
) {
  expect(await stage.listing(mall), mall).toMatchObject({ outdated: true });
  const ownCall = playedMalls[mall].ownCalls[part];
  const calls = await stage.asked(() => stage.update(mall));
  if (ownCall) {
    expect(await stage.listing(mall), mall).toMatchObject({ state: "live", outdated: false, sentOutcome: "accepted" });
    // Every document of a GraphQL mall goes to one address; the contract's suite looks into them.
    const changing =
      mall === "shopify" ? [] : calls.filter((call) => !call.includes(" GET ") || ownCall.test(at(call)));
    for (const call of changing) expect(at(call)).toMatch(ownCall);
    expect(calls.length, mall).toBeGreaterThan(0);
  } else {
    expect((await stage.listing(mall)).state, mall).toBe("waiting");
    await stage.untilLive(mall);
    await stage.update(mall);
  }
  expect(stage.shown(mall), mall).toMatchObject([told]);
}

/** Without the mall's name. */
function at(call: string): string {
  return call.slice(call.indexOf(" ") + 1);
}

test.each(mallKeys)("%s: killed between the mall's answer and our commit, the change is asked again", async (mall) => {
  const stage = await standingProduct();
  await stage.untilLive(mall);
  await stage.save(soldFor(15_000));
  const before = await stage.listing(mall);
  await stage.update(mall);
  if (playedMalls[mall].ownCalls.price === null) await stage.untilLive(mall);
  expect(stage.shown(mall)).toMatchObject([{ price: 15_000 }]);
  // As if the process had died before it could write down what the mall said.
  const parts = readParts(before.sentParts);
  const { id } = before;
  if (playedMalls[mall].ownCalls.price) {
    const sentParts = { ...parts, price: null };
    await stage.database.listing.update({ where: { id }, data: { sentParts, outdated: true } });
  } else {
    await stage.database.listing.update({ where: { id }, data: { state: "sending", sentOutcome: "unknown" } });
  }
  // And the merchant thought better of it in the meantime.
  await stage.save(soldFor(14_000));
  await stage.untilLive(mall);
  for (let turn = 0; turn < 3; turn += 1) {
    await stage.update(mall);
    await stage.untilLive(mall);
  }
  expect(stage.shown(mall)).toMatchObject([{ price: 14_000 }]);
  expect(stage.sandbox.counts()[mall]).toEqual({ listings: 1, duplicates: 0 });
  expect(await stage.listing(mall)).toMatchObject({ state: "live", outdated: false });
  expect(await stage.asked(() => stage.update(mall))).toEqual([]);
});

test("a price that a mall does not take leaves the listing where it stands, and says why", async () => {
  const stage = await standingProduct();
  await stage.untilLive("elevenst");
  // The mall lets a price fall by four fifths at most.
  await stage.save(soldFor(1_000));
  await stage.update("elevenst");
  expect(await stage.listing("elevenst")).toMatchObject({
    state: "live",
    sentOutcome: "refused",
    outdated: false,
    issues: [{ code: "mall.price_refused" }],
    sentParts: { price: 18_000 },
  });
  expect(stage.shown("elevenst")).toMatchObject([{ price: 18_000, state: "live" }]);
});

test("sold out is told where the mall can be told; where it can't, the listing says what is missing", async () => {
  const stage = await standingProduct();
  for (const mall of mallKeys) await stage.untilLive(mall);
  await stage.save(left(0));
  for (const mall of mallKeys) {
    await stage.update(mall);
    const kept = await stage.listing(mall);
    expect(kept, mall).toMatchObject({ state: "live", outdated: false });
    if (!updatesStock(stage.context.malls[mall] as MallConnection)) {
      expect(kept.issues).toMatchObject([{ code: "stock.none" }]);
      continue;
    }
    expect(kept.issues, mall).toEqual([]);
    for (const { stock } of stage.shown(mall)) expect(stock, mall).toBe(0);
  }
});

test.each(mallKeys)("%s: a price that falls while the product is being sent arrives", async (mall) => {
  const stage = await standingProduct();
  const { context } = stage;
  const connection = context.malls[mall] as MallConnection;
  let fell = false;
  const slow: MallConnection = {
    ...connection,
    async publish(order) {
      if (!fell) await stage.save(soldFor(15_000));
      fell = true;
      return connection.publish(order);
    },
  };
  const listingId = stage.idOf(mall);
  await publishListing({ ...context, malls: { ...context.malls, [mall]: slow } }, { listingId });
  expect(stage.shown(mall)).toMatchObject([{ price: 18_000 }]);
  await stage.untilLive(mall);
  await stage.update(mall);
  await stage.untilLive(mall);
  await stage.update(mall);
  expect(stage.shown(mall)).toMatchObject([{ price: 15_000 }]);
  expect(await stage.listing(mall)).toMatchObject({ state: "live", outdated: false });
});

test.each(["refused", "not_ready", "failed"] as const)(
  "of what a mall has and whose next send was %s, price and stock are told all the same",
  async (state) => {
    const stage = await standingProduct();
    const told = mallKeys.filter((mall) => playedMalls[mall].ownCalls.stock && playedMalls[mall].ownCalls.price);
    expect(told.length).toBeGreaterThan(2);
    for (const mall of told) await stage.untilLive(mall);
    const issues = toStored([issue("mall.refused")]);
    await stage.database.listing.updateMany({ data: { state, issues, sentParts: Prisma.DbNull } });
    await stage.save((content) => ({ ...left(3)(content), price: 15_000 }));
    expect(await stage.jobs()).toBe(told.length);
    for (const mall of told) {
      await stage.update(mall);
      expect(stage.shown(mall), mall).toMatchObject([{ price: 15_000, stock: 3 }]);
      expect(await stage.listing(mall), mall).toMatchObject({ state, issues: [{ code: "mall.refused" }] });
    }
  },
);

test("sold out is told although something else of the change is held back by our checks", async () => {
  const stage = await standingProduct();
  await stage.untilLive("naver");
  // The mall does not take the category any more.
  await stage.database.channelCategory.deleteMany({ where: { channelKey: "naver" } });
  await stage.save(left(0));
  await stage.update("naver");
  expect(stage.shown("naver")).toMatchObject([{ stock: 0 }]);
  const held = await stage.listing("naver");
  expect(held).toMatchObject({ state: "live", outdated: false, sentParts: { stocks: { "": 0 } } });
  expect((held.issues as { code: string }[]).map(({ code }) => code)).toContain("category.code_missing");
});

test("what waited for nothing but the stock is sent when there is some", async () => {
  const stage = await standingProduct();
  await stage.save(left(0));
  for (const mall of ["naver", "cafe24"] as const) {
    await publishListing(stage.context, { listingId: stage.idOf(mall) });
    expect(await stage.listing(mall)).toMatchObject({ state: "not_ready", issues: [{ code: "stock.none" }] });
  }
  const also = toStored([issue("stock.none", { field: "stock" }), issue("notice.missing", { field: "notice.weight" })]);
  await stage.database.listing.update({ where: { id: stage.idOf("cafe24") }, data: { issues: also } });
  await stage.save(left(5));
  expect(await stage.listing("naver")).toMatchObject({ state: "waiting", issues: [] });
  expect(await stage.listing("cafe24")).toMatchObject({ state: "not_ready" });
  await stage.untilLive("naver");
  expect(stage.shown("naver")).toMatchObject([{ stock: 5 }]);
});

test("a picture that was uploaded for one publication is not uploaded for the next", async () => {
  const stage = await standingProduct();
  await stage.untilLive("naver");
  const uploads = (calls: string[]) => calls.filter((call) => /image/.test(call)).length;
  await stage.database.listing.updateMany({ where: { channelKey: "naver" }, data: { state: "waiting" } });
  expect(uploads(await stage.asked(() => stage.untilLive("naver")))).toBe(0);
});
