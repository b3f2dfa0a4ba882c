import { inspect } from "node:util";
import { expect, test } from "vitest";
import { judgeOwnShop, tidyOwnShop } from "#app/channels/own-shop.ts";
import { malls } from "#app/channels/registry.ts";
import { loadConfig } from "#app/config.ts";
import { ownShopKey } from "#app/domain/channel/channel-key.ts";
import { readCheckRequest } from "#app/domain/channel/mall-connection.ts";
import { settleDrift } from "#app/domain/drift/settle-drift.ts";
import { connectOwnShop, disconnectOwnShop } from "#app/domain/own-shop/connect-own-shop.ts";
import { listOwnShop } from "#app/domain/own-shop/list-own-shop.ts";
import { sellInOwnShop, takeOutOfOwnShop } from "#app/domain/own-shop/sell-in-own-shop.ts";
import { findProduct } from "#app/domain/product/find-product.ts";
import { loadChannelRules, loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import type { ProductContent } from "#app/domain/product/product-content.ts";
import { saveProducts } from "#app/domain/product/save-products.ts";
import { recallProduct } from "#app/domain/recall/recall-product.ts";
import { takeDown } from "#app/domain/season/withdraw-submission.ts";
import { inTransaction } from "#app/services/database/database.ts";
import { createSeal } from "#app/services/secrets/seal.ts";
import { readyProduct } from "#tests/malls/ready-product.ts";
import { sandboxShopifyAccount, shopifyEnvironment } from "#tests/malls/shopify/account.ts";
import { openMalls } from "#workers/mall-connections.ts";
import { checkConnection } from "#workers/tasks/check-connection.ts";
import { compareListing } from "#workers/tasks/compare-listing.ts";
import { followListing } from "#workers/tasks/follow-listing.ts";
import { publishListing } from "#workers/tasks/publish-listing.ts";
import { renderVersion } from "#workers/tasks/render-version.ts";
import { updateListing } from "#workers/tasks/update-listing.ts";
import { withdrawListing } from "#workers/tasks/withdraw-listing.ts";
import { publishingStage } from "./publishing-stage.ts";

const mall = "shopify";
const { clientId, clientSecret, accessToken } = sandboxShopifyAccount;

/** A store with one product that the office has chosen and one that it has not, and a shop of its own in the sandbox. */
async function ownShopStage() {
  const { context, sandbox } = await publishingStage();
  const { database, blobs, log } = context;
  const config = loadConfig({ SECRETS_KEY: "k".repeat(32), ...shopifyEnvironment(`${sandbox.origin}/shopify`) });
  const seal = createSeal(config.secretsKeys);
  const { id: storeId } = await database.store.findFirstOrThrow();
  const { accountId } = await database.storeMember.findFirstOrThrow();
  const actor = { kind: "person", accountId, role: "merchant" } as const;
  const own = { storeId, mall };
  const channelKey = ownShopKey(mall, storeId);
  const { original } = await database.productPhoto.findFirstOrThrow({ include: { original: true } });
  const {
    store: _store,
    stock: _stock,
    photos: _photos,
    ...said
  } = readyProduct({ sku: "OWN-1", name: "들기름 200ml" });
  const photos = [{ sha256: original.sha256, fileName: "oil.jpg" }];

  async function save(change: Partial<ProductContent> = {}) {
    await inTransaction(database, (tx) => saveProducts(tx, actor, storeId, [{ ...said, photos, ...change }]));
    return database.product.findFirstOrThrow({ where: { sku: "OWN-1" } });
  }

  const connect = (typed: Record<string, string>) =>
    connectOwnShop(database, seal, actor, {
      ...own,
      name: "가게 쇼핑몰",
      typed: tidyOwnShop(malls.shopify, typed),
      problemsOf: (entered) => judgeOwnShop(malls.shopify, { entered, given: config.mallVariables }),
    });

  async function reopen() {
    const opened = await openMalls(config, database, blobs, log);
    context.malls = { ...context.malls, ...opened.connections };
    context.refreshMalls = opened.refresh;
    opened.close();
    return opened.connections;
  }

  const listing = (productId: string) =>
    database.listing.findUnique({ where: { productId_channelKey: { productId, channelKey } } });

  /** What jobs would do, until nothing moves. */
  async function work(productId: string) {
    for (let turn = 0; turn < 12; turn += 1) {
      const found = await listing(productId);
      if (!found) return null;
      const { id: listingId, state, wanted, outdated, wantedVersionId: versionId } = found;
      if (wanted === "withdrawn" && state !== "withdrawn") await withdrawListing(context, { listingId });
      else if (state === "waiting") {
        await renderVersion(context, { versionId });
        await publishListing(context, { listingId });
      } else if (state === "in_review" || state === "unknown") await followListing(context, { listingId });
      else if (state === "live" && outdated) await updateListing(context, { listingId });
      else return found;
    }
    throw new Error("It never came to rest");
  }

  const shown = (name: string) => sandbox.standIns.shopify.listings().filter((one) => one.name === name);
  return { context, sandbox, database, actor, own, channelKey, save, connect, reopen, listing, work, shown };
}

const address = "SHOPIFY_SHOP_URL";

async function connectedStage() {
  const stage = await ownShopStage();
  const typed = { [address]: `${stage.sandbox.origin}/shopify`, SHOPIFY_ACCESS_TOKEN: accessToken };
  expect(await stage.connect(typed)).toMatchObject({ ok: true });
  await stage.reopen();
  return stage;
}

test("what a merchant types as an address is the mall's own, or it is refused; nothing of a wrong one is kept", async () => {
  const { connect, database } = await ownShopStage();
  const refused = { ok: false, issues: [{ code: "connection.value_wrong", path: { field: address } }] };
  for (const wrong of [
    "https://evil.example",
    "http://127.0.0.1:5432",
    "https://x.myshopify.com.evil.example",
    "내 가게",
  ]) {
    expect(await connect({ [address]: wrong, SHOPIFY_ACCESS_TOKEN: "x" }), wrong).toMatchObject(refused);
  }
  expect(await connect({ [address]: "my-shop" })).toMatchObject({
    issues: [{ code: "connection.value_missing", path: { field: "SHOPIFY_ACCESS_TOKEN" } }],
  });
  expect(await database.channel.count({ where: { storeId: { not: null } } })).toBe(0);
  expect(tidyOwnShop(malls.shopify, { [address]: " My-Shop.myshopify.com/ " })).toEqual({
    [address]: "https://my-shop.myshopify.com",
  });
});

test("it is checked with the merchant's own keys, by client credentials too, and never by the programme's", async () => {
  const { connect, reopen, context, channelKey, database, sandbox } = await ownShopStage();
  const check = async () => {
    await checkConnection(context, { channelKey });
    return database.mallConnection.findUniqueOrThrow({ where: { channelKey } });
  };
  await connect({ [address]: `${sandbox.origin}/shopify`, SHOPIFY_ACCESS_TOKEN: "shpat_wrong" });
  await reopen();
  expect((await check()).fault).toMatchObject([{ code: "own_shop.access_refused" }]);
  const ofApp = { SHOPIFY_CLIENT_ID: clientId, SHOPIFY_CLIENT_SECRET: clientSecret, SHOPIFY_ACCESS_TOKEN: "" };
  expect(await connect({ [address]: `${sandbox.origin}/shopify`, ...ofApp })).toMatchObject({ ok: true });
  await reopen();
  expect(await readCheckRequest(database, channelKey)).not.toBeNull();
  expect((await check()).fault).toBeNull();
  const kept = inspect([await database.mallConnection.findMany(), await database.mallToken.findMany()], {
    depth: null,
  });
  for (const secret of [clientSecret, "shpat_"]) expect(kept).not.toContain(secret);
  expect(await database.mallToken.findMany()).toMatchObject([{ channelKey }]);
});

test("a product that nobody chose is sold there once, follows what is said of it, and comes down", async () => {
  const { save, own, actor, database, work, shown, channelKey, context } = await connectedStage();
  const { id: productId } = await save();
  expect(await sellInOwnShop(database, actor, { ...own, productIds: [productId] })).toMatchObject({ ok: true });
  expect(await sellInOwnShop(database, actor, { ...own, productIds: [productId] })).toMatchObject({ ok: true });
  expect(await work(productId)).toMatchObject({ state: "live", channelKey, sentOutcome: "accepted" });
  expect(shown("들기름 200ml")).toMatchObject([{ state: "live", price: 18_000 }]);
  // It is neither sent to the judges nor at the programme's malls.
  expect(await findProduct(database, { storeId: own.storeId, productId })).toMatchObject({ stage: "preparing" });
  expect(await database.listing.count({ where: { productId } })).toBe(1);

  await save({ name: "생들기름 200ml", price: 15_000 });
  await work(productId);
  expect(shown("생들기름 200ml")).toMatchObject([{ state: "live", price: 15_000 }]);
  await save({ name: "생들기름 200ml", price: 15_000, variants: [{ key: "", options: [], priceDelta: 0, stock: 3 }] });
  await work(productId);
  expect(shown("생들기름 200ml")).toMatchObject([{ stock: 3 }]);

  const exchanges = await database.listingExchange.findMany();
  expect(exchanges.length).toBeGreaterThan(0);
  expect(inspect(exchanges, { depth: null })).not.toContain(accessToken);
  const rules = await loadChannelRules(database, malls, channelKey);
  const { products } = await listOwnShop(database, own, rules);
  expect(products.map(({ id, listing }) => [id === productId, listing?.state ?? null])).toEqual([
    [true, "live"],
    [false, null],
  ]);
  expect((await loadMallRules(database, malls)).map(({ key }) => key)).not.toContain(channelKey);

  expect(await disconnectOwnShop(database, actor, own)).toMatchObject({ issues: [{ code: "own_shop.still_listed" }] });
  await takeOutOfOwnShop(database, actor, { ...own, productIds: [productId] });
  // Nobody is told "on sale" by a page that then asks no more, however late a worker begins.
  const [takenOut] = (await listOwnShop(database, own, rules)).products;
  expect(takenOut).toMatchObject({ id: productId, listing: { state: "withdrawing" } });
  expect(await work(productId)).toMatchObject({ state: "withdrawn" });
  expect(shown("생들기름 200ml")).toMatchObject([{ state: "withdrawn" }]);
  await sellInOwnShop(database, actor, { ...own, productIds: [productId] });
  expect(await work(productId)).toMatchObject({ state: "live" });
  expect(shown("생들기름 200ml")).toHaveLength(1);

  await takeOutOfOwnShop(database, actor, { ...own, productIds: [productId] });
  await work(productId);
  expect(await disconnectOwnShop(database, actor, own)).toMatchObject({ ok: true });
  expect(await database.mallConnection.findMany({ where: { channelKey } })).toMatchObject([{ sealed: null }]);
  await context.refreshMalls();
  expect(await sellInOwnShop(database, actor, { ...own, productIds: [productId] })).toMatchObject({
    issues: [{ code: "own_shop.not_connected" }],
  });
}, 60_000);

test("a chosen product may stand in both; leaving the season takes it from the programme's malls alone, a recall from all", async () => {
  const { own, actor, database, work, channelKey, sandbox } = await connectedStage();
  const { id: productId } = await database.product.findFirstOrThrow();
  await sellInOwnShop(database, actor, { ...own, productIds: [productId] });
  expect(await work(productId)).toMatchObject({ state: "live" });
  expect(await database.listing.count({ where: { productId } })).toBe(Object.keys(malls).length + 1);
  const office = await database.account.create({ data: { role: "office", name: "정", email: "o@example.com" } });
  const recaller = { kind: "person", accountId: office.id, role: "office" } as const;
  await inTransaction(database, (tx) => takeDown(tx, productId, new Date()));
  expect(await work(productId)).toMatchObject({ state: "live" });
  expect(await database.listing.count({ where: { productId, wanted: "live" } })).toBe(1);
  expect(await recallProduct(database, recaller, { productId, reason: "food_safety", note: "" }, [])).toMatchObject({
    ok: true,
  });
  expect(await work(productId)).toMatchObject({ state: "withdrawn", channelKey });
  expect(sandbox.standIns.shopify.listings().every(({ state }) => state === "withdrawn")).toBe(true);
  expect(await sellInOwnShop(database, actor, { ...own, productIds: [productId] })).toMatchObject({
    issues: [{ code: "product.recalled" }],
  });
}, 60_000);

test("what the merchant changed in the shop itself is found, and the merchant decides about it, nobody else's merchant", async () => {
  const { save, own, actor, database, work, shown, channelKey, context, sandbox } = await connectedStage();
  const { id: productId } = await save();
  await sellInOwnShop(database, actor, { ...own, productIds: [productId] });
  const live = await work(productId);
  sandbox.standIns.shopify.repriceByHand(live?.remoteId ?? "", 9_000);
  await compareListing(context, { listingId: live?.id ?? "" });
  const drift = await database.listingDrift.findFirstOrThrow();
  expect(drift).toMatchObject({ kind: "price", ours: 18_000, theirs: 9_000 });
  const decide = (ownShop: string) => settleDrift(database, actor, { driftId: drift.id, how: "sent_ours", ownShop });
  expect(await decide(ownShopKey(mall, "11111111-1111-4111-8111-111111111111"))).toMatchObject({ ok: false });
  expect(await decide(channelKey)).toMatchObject({ ok: true });
  await work(productId);
  expect(shown("들기름 200ml")).toMatchObject([{ price: 18_000 }]);
}, 60_000);

test("no product stands in another store's shop, whatever asks for it", async () => {
  const { own, actor, database, channelKey, save } = await connectedStage();
  const { id: productId } = await save();
  const other = await database.store.create({
    data: {
      slug: "other",
      kind: "cooperative",
      name: "다른 가게",
      ownerName: "이이웃",
      businessNumber: "2208162517",
      districtCode: "11440",
      phone: "02-123-4567",
      postcode: "04018",
      address: "서울특별시 마포구 망원로 2",
    },
  });
  const theirs = { storeId: other.id, mall };
  expect(await sellInOwnShop(database, actor, { ...theirs, productIds: [productId] })).toMatchObject({ ok: false });
  await database.product.update({ where: { id: productId }, data: { storeId: other.id } });
  expect(await sellInOwnShop(database, actor, { ...own, productIds: [productId] })).toMatchObject({
    issues: [{ code: "product.not_found" }],
  });
  const version = await database.productVersion.findFirstOrThrow({ where: { productId } });
  await expect(
    database.listing.create({ data: { productId, channelKey, reference: "BS-X", wantedVersionId: version.id } }),
  ).rejects.toThrow(/shop of another store/);
});
