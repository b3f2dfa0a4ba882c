import { expect, test } from "vitest";
import type { AccountProduct } from "#app/channels/contract.ts";
import { ownShopKey } from "#app/domain/channel/channel-key.ts";
import { leaveUnknown } from "#app/domain/drift/leave-unknown.ts";
import { countUnknown, isLooking, listUnknown } from "#app/domain/drift/list-unknown.ts";
import { planLooks } from "#app/domain/drift/plan-looks.ts";
import { recordAccount } from "#app/domain/drift/record-account.ts";
import { testDatabase } from "#tests/database.ts";
import { openSeason } from "./season-setup.ts";

const hour = 3_600_000;

async function stage() {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  await openSeason(database);
  const { id } = await database.account.create({ data: { role: "office", name: "정", email: "o@example.com" } });
  const actor = { kind: "person", accountId: id, role: "office" } as const;
  let startedAt = new Date();
  const look = async (products: AccountProduct[] | null, channelKey = "naver") => {
    startedAt = new Date(startedAt.getTime() + hour);
    await recordAccount(database, { channelKey, products, startedAt });
    return listUnknown(database, channelKey);
  };
  return { database, actor, look };
}

const product = (remoteId: string, change: Partial<AccountProduct> = {}): AccountProduct => ({
  ...{ remoteId, code: "", name: `상품 ${remoteId}`, state: "live", price: 1_000, pageUrl: null, createdAt: null },
  ...change,
});

test("only what shoppers see or may see is told", async () => {
  const { look } = await stage();
  const states = ["registering", "in_review", "live", "refused", "withdrawn"] as const;
  const found = await look(states.map((state, at) => product(`${at}`, { state })));
  expect(found).toMatchObject({ standing: 3, unknown: 3 });
  expect(found.open.map(({ state }) => state)).toEqual(["registering", "in_review", "live"]);
});

test("whatever somebody has typed there is kept, and no address but one of the web", async () => {
  const { look } = await stage();
  const found = await look([
    product("1", { name: "참\0기\ud83d름", price: 5_000_000_000, pageUrl: "javascript:alert(1)" }),
    product("2", { name: "가".repeat(2_000), code: "\0", pageUrl: "https://mall.example/2" }),
  ]);
  expect(found.open).toMatchObject([
    { name: "참기\ufffd름", price: null, pageUrl: null },
    { name: "가".repeat(500), code: "", pageUrl: "https://mall.example/2" },
  ]);
});

test("where the list tells no code, what is younger than two days is left for a later look", async () => {
  const { look } = await stage();
  const young = product("1", { code: null, createdAt: new Date(Date.now() - 47 * hour) });
  const old = product("2", { code: null, createdAt: new Date(Date.now() - 49 * hour) });
  const found = await look([young, old]);
  expect(found).toMatchObject({ standing: 2, unknown: 1, open: [{ remoteId: "2" }] });
});

test("a thousand are counted, five hundred kept, a hundred shown, and the same ones each time", async () => {
  const { database, look } = await stage();
  const thousand = Array.from({ length: 1_000 }, (_, at) => product(String(at + 1)));
  const first = await look(thousand);
  expect(first).toMatchObject({ standing: 1_000, unknown: 1_000 });
  expect(first.open).toHaveLength(100);
  const again = await look(thousand.toReversed());
  expect(again.open.map(({ remoteId }) => remoteId)).toEqual(first.open.map(({ remoteId }) => remoteId));
  expect(again.open.map(({ foundAt }) => foundAt)).toEqual(first.open.map(({ foundAt }) => foundAt));
  expect(await database.unknownListing.count()).toBe(500);
});

test("what is left alone stays so while it comes and goes, until the office thinks again; nobody else may", async () => {
  const { database, actor, look } = await stage();
  await look([product("1")]);
  const leave = (by: Parameters<typeof leaveUnknown>[1], yes: boolean) =>
    leaveUnknown(database, by, { key: "naver", remoteId: "1", leave: yes });
  expect(await leave({ kind: "person", accountId: actor.accountId, role: "merchant" }, true)).toMatchObject({
    ok: false,
  });
  expect(await leave(actor, true)).toMatchObject({ ok: true });
  expect(await countUnknown(database)).toEqual({});
  expect(await look([])).toMatchObject({ unknown: 0, open: [], leftAlone: [] });
  expect(await look([product("1")])).toMatchObject({ open: [], leftAlone: [{ remoteId: "1" }] });
  expect(await leave(actor, false)).toMatchObject({ ok: true });
  expect(await countUnknown(database)).toEqual({ naver: 1 });
  expect(await listUnknown(database, "naver")).toMatchObject({ open: [{ remoteId: "1" }], leftAlone: [] });
  expect(await leaveUnknown(database, actor, { key: "naver", remoteId: "2", leave: true })).toMatchObject({
    ok: false,
  });
  expect(await database.auditLine.count({ where: { action: "leave-unknown" } })).toBe(2);
});

test("each account of the programme has its turn about once a day, a merchant's own shop never", async () => {
  const { database, look } = await stage();
  const store = await database.store.findFirstOrThrow();
  const own = ownShopKey("shopify", store.id);
  await database.channel.create({ data: { key: own, nameKo: "우리 쇼핑몰", storeId: store.id } });
  const plan = (hours: number) =>
    planLooks(database, { connected: ["naver", own], now: new Date(Date.now() + hours * hour) });
  expect(await plan(0)).toBe(1);
  await look(null, "naver");
  expect(await listUnknown(database, "naver")).toMatchObject({ standing: null, unknown: 0 });
  expect(await plan(20)).toBe(0);
  expect(await plan(22)).toBe(1);
});

test("a look that was asked for is waited for, but not for ever", () => {
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  expect(isLooking({ lookedAt: null }, null)).toBe(false);
  expect(isLooking({ lookedAt: null }, ago(1))).toBe(true);
  expect(isLooking({ lookedAt: ago(2) }, ago(1))).toBe(true);
  expect(isLooking({ lookedAt: ago(0) }, ago(1))).toBe(false);
  expect(isLooking({ lookedAt: null }, ago(6))).toBe(false);
});
