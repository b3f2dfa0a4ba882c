import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { toStored } from "#app/domain/issue/stored-issues.ts";
import { findPublication } from "#app/domain/listing/find-publication.ts";
import { moveListing } from "#app/domain/listing/move-listing.ts";
import { retryListing, retryListings } from "#app/domain/listing/retry-listing.ts";
import { retryOwnListing } from "#app/domain/listing/retry-own-listing.ts";
import { areMended } from "#app/domain/listing/send-mended.ts";
import { listSlowReviews } from "#app/domain/listing/slow-reviews.ts";
import { withdrawListing } from "#app/domain/listing/withdraw-listing.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { changeFees } from "#app/domain/store/change-fees.ts";
import { recordMailOrderNumber } from "#app/domain/store/record-mail-order-number.ts";
import { whereOfficeMends } from "#app/office/where-office-mends.ts";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { ListingState } from "#app/services/database/generated/enums.ts";
import { testDatabase } from "#tests/database.ts";
import { content, type OpenSeason, openSeason, save, submit, twoMalls } from "./season-setup.ts";

let database: Database;
let season: OpenSeason;
let office: { kind: "person"; accountId: string; role: "office" };

beforeEach(async () => {
  ({ client: database } = await testDatabase({ untilTestEnds: true }));
  season = await openSeason(database);
  const person = await database.account.create({ data: { role: "office", name: "정사무", email: "o@example.com" } });
  office = { kind: "person", accountId: person.id, role: "office" };
  const submissions = await submit(database, season, [content("A-1"), content("A-2"), content("A-3")]);
  for (const submissionId of submissions) await selectSubmission(database, season.curator, { submissionId }, twoMalls);
});

const idOf = async (sku: string, channelKey = "naver") =>
  (await database.listing.findFirstOrThrow({ where: { channelKey, product: { sku } } })).id;

async function move(listingId: string, path: readonly ListingState[], issues: Issue[]): Promise<void> {
  for (const state of path) {
    await inTransaction(database, (transaction) =>
      moveListing(transaction, listingId, state, { issues: toStored(issues) }),
    );
  }
}

const refusedAs = (raw: string) => issue("mall.notice_refused", { mall: "naver" }, { raw });

test("what waits says what for, by mall and reason", async () => {
  const spent = (raw: string) => toStored([issue("mall.quota_spent", { mall: "naver" }, { raw })]);
  await database.listing.update({ where: { id: await idOf("A-1") }, data: { issues: spent("400") } });
  await database.listing.update({ where: { id: await idOf("A-2") }, data: { issues: spent("code 400") } });
  const busy = toStored([issue("mall.still_working", { mall: "naver" })]);
  await database.listing.update({ where: { id: await idOf("A-3") }, data: { issues: busy } });
  const { waiting } = (await findPublication(database)) ?? {};
  expect(waiting).toEqual({
    naver: [
      { count: 2, reason: expect.objectContaining({ code: "mall.quota_spent", path: {} }) },
      { count: 1, reason: expect.objectContaining({ code: "mall.still_working" }) },
    ],
  });
});

test("what is stuck is told by its reason, whatever the mall's words, and the rest is counted at its mall", async () => {
  await move(await idOf("A-1"), ["sending", "refused"], [refusedAs("고시 1")]);
  await move(await idOf("A-2"), ["sending", "refused"], [refusedAs("고시 2")]);
  await move(await idOf("A-3"), ["failed"], [issue("mall.given_up", { mall: "naver" })]);
  expect(await findPublication(database)).toMatchObject({
    seasonName: "2026",
    products: 3,
    total: 6,
    settled: 3,
    malls: { naver: { refused: 2, failed: 1 }, "gachi-sapsida": { waiting: 3 } },
    stuck: [
      {
        state: "refused",
        reason: { code: "mall.notice_refused", path: {} },
        listings: [
          { productName: "나무 도마 A-1", storeName: "공방", mayRetry: true, issues: [{ raw: "고시 1" }] },
          { productName: "나무 도마 A-2", issues: [{ raw: "고시 2" }] },
        ],
      },
      { state: "failed", reason: { code: "mall.given_up" }, listings: [{ productName: "나무 도마 A-3" }] },
    ],
  });
});

test("many are sent again, behind single ones; what has moved on is left", async () => {
  const [first, second, third] = [await idOf("A-1"), await idOf("A-2"), await idOf("A-3")];
  for (const id of [first, second]) await move(id, ["sending", "refused"], [refusedAs("고시")]);
  const asked = [first, second, first, third, randomUUID()];
  expect(await retryListings(database, office, { listingIds: asked })).toEqual({
    ok: true,
    result: { started: 2, left: 2 },
  });
  expect(await database.listing.count({ where: { channelKey: "naver", state: "waiting" } })).toBe(3);
  const jobs = await database.$queryRaw<{ priority: number }[]>`
    SELECT priority FROM graphile_worker.jobs
    WHERE task_identifier = 'publish-listing' AND key = ANY(${[`listing:${first}`, `listing:${second}`]})`;
  expect(jobs).toEqual([{ priority: 0 }, { priority: 0 }]);
  const lines = await database.auditLine.findMany({ where: { action: "retry-listing" } });
  expect(new Set(lines.map(({ batchId }) => batchId)).size).toBe(1);
  expect(await retryListings(database, office, { listingIds: asked })).toEqual({
    ok: true,
    result: { started: 0, left: 4 },
  });
});

test("every reason leads to where it is put right, by the office or with the merchant", () => {
  const at = { productId: "p", categoryKey: "FOOD", mall: "coupang" };
  const leadsTo = (code: Issue["code"], path: Issue["path"] = {}) =>
    whereOfficeMends(issue(code, path), at)?.to ?? null;
  expect(leadsTo("category.code_missing")).toBe("/office/malls/coupang#FOOD");
  expect(leadsTo("mall.credentials_refused")).toBe("/office/malls/coupang/connection");
  expect(leadsTo("mall.given_up")).toBe("/office/products/p");
  expect(leadsTo("mall.price_refused")).toBe(`/help?to=${encodeURIComponent("/merchant/products/p/edit?field=price")}`);
  expect(leadsTo("agreement.missing")).toBe(`/help?to=${encodeURIComponent("/merchant/malls/coupang")}`);
  expect(leadsTo("mall.rate_limited")).toBeNull();
});

test("a merchant sends again what a mall refused of their own, and nothing else", async () => {
  const { id: productId, storeId } = await database.product.findFirstOrThrow({ where: { sku: "A-1" } });
  const merchant = { ...office, role: "merchant" as const };
  const send = (given: Partial<Parameters<typeof retryOwnListing>[2]> = {}) =>
    retryOwnListing(database, merchant, { storeId, productId, mall: "naver", ...given });
  const not = (code: string) => ({ ok: false, issues: [{ code }] });
  expect(await send(), "nothing was refused").toMatchObject(not("listing.not_repeatable"));
  await move(await idOf("A-1"), ["sending", "refused"], [refusedAs("고시 1")]);
  expect(await send({ storeId: randomUUID() }), "another's").toMatchObject(not("listing.not_found"));
  expect(await send({ mall: "nowhere" })).toMatchObject(not("listing.not_found"));
  expect(await send()).toMatchObject({ ok: true, result: { to: "waiting" } });
  expect(await send(), "once is enough").toMatchObject(not("listing.not_repeatable"));
  const [job] = await database.$queryRaw<{ priority: number }[]>`
    SELECT priority FROM graphile_worker.jobs WHERE key = ${`listing:${await idOf("A-1")}`}`;
  expect(job?.priority).toBeLessThan(0);

  await move(await idOf("A-1"), ["sending", "refused"], [refusedAs("고시 1")]);
  await save(database, season, [content("A-1", { tags: ["고친 것"] })]);
  expect(await send(), "the office looks at what was changed first").toMatchObject(not("listing.not_repeatable"));

  await move(await idOf("A-2"), ["failed"], [issue("mall.given_up", { mall: "naver" })]);
  const given = await database.product.findFirstOrThrow({ where: { sku: "A-2" } });
  expect(await send({ productId: given.id }), "the office looks").toMatchObject(not("listing.not_repeatable"));
});

test("the office alone sends again and takes down, whoever else asks the rules", async () => {
  await move(await idOf("A-1"), ["sending", "refused"], [refusedAs("고시")]);
  const not = { ok: false, issues: [{ code: "account.not_allowed" }] };
  const listingId = await idOf("A-1");
  for (const actor of [season.merchant, season.curator]) {
    expect(await retryListing(database, actor, { listingId })).toMatchObject(not);
    expect(await retryListings(database, actor, { listingIds: [listingId] })).toMatchObject(not);
    expect(await withdrawListing(database, actor, { listingId })).toMatchObject(not);
  }
  expect(await database.listing.findUnique({ where: { id: listingId } })).toMatchObject({
    state: "refused",
    wanted: "live",
  });
});

test("what a mall reviews for longer than usual is told with its numbers, by a clock of days, until it moves on", async () => {
  const usual = { naver: 2, "gachi-sapsida": 7 };
  const sentAt = new Date("2026-12-01T00:00:00Z");
  const after = (days: number, hours = 0) => new Date(sentAt.getTime() + (days * 24 + hours) * 3_600_000);
  const slow = (now: Date) => listSlowReviews(database, usual, now);
  for (const [sku, mall, at] of [
    ["A-1", "naver", sentAt],
    ["A-2", "gachi-sapsida", after(0, 1)],
  ] as const) {
    await move(await idOf(sku, mall), ["sending", "in_review"], []);
    await database.listing.update({
      where: { id: await idOf(sku, mall) },
      data: { sentAt: at, remoteId: `no-${sku}` },
    });
  }
  expect(await slow(after(1, 23))).toEqual([]);
  expect(await slow(after(2))).toMatchObject([
    { mall: "naver", productName: "나무 도마 A-1", storeName: "공방", days: 2, remoteId: "no-A-1", sentAt },
  ]);
  expect(await slow(after(8, 5))).toMatchObject([
    { mall: "naver", days: 8 },
    { mall: "gachi-sapsida", days: 8 },
  ]);

  await move(await idOf("A-1"), ["live"], []);
  await database.listing.update({ where: { id: await idOf("A-2", "gachi-sapsida") }, data: { wanted: "withdrawn" } });
  expect(await slow(after(90)), "on sale, or not wanted any more").toEqual([]);
});

describe("what a mall refused for its price or stock", () => {
  const priceRefused = issue("mall.price_refused", { mall: "naver", field: "price" }, { raw: "판매가" });
  const stockRefused = issue("mall.field_refused", { mall: "naver", field: "stock" }, { raw: "재고" });
  const refuse = async (issues: Issue[]) =>
    database.listing.update({
      where: { id: await idOf("A-1") },
      data: { state: "refused", issues: toStored(issues) },
    });
  const stateOf = async () => (await database.listing.findUniqueOrThrow({ where: { id: await idOf("A-1") } })).state;
  const restocked = (stock: number) => ({ variants: [{ key: "", options: [], priceDelta: 0, stock }] });
  const change = (over: Parameters<typeof content>[1]) => save(database, season, [content("A-1", over)]);

  test("is sent again by the change itself, once for each, before every bulk", async () => {
    await refuse([priceRefused]);
    await change(restocked(7));
    expect(await stateOf(), "not what it was refused for").toBe("refused");
    await change({ ...restocked(7), price: 11_000 });
    expect(await stateOf()).toBe("waiting");
    const [job] = await database.$queryRaw<{ priority: number }[]>`
      SELECT priority FROM graphile_worker.jobs WHERE key = ${`listing:${await idOf("A-1")}`}`;
    expect(job?.priority).toBeLessThan(0);
    expect(await database.auditLine.findMany({ where: { action: "retry-listing" } })).toMatchObject([
      { actorId: season.merchant.accountId, details: { from: "refused", to: "waiting" } },
    ]);

    await refuse([priceRefused]);
    await change({ ...restocked(7), price: 11_000 });
    expect(await stateOf(), "the same sheet once more changes nothing").toBe("refused");
    await refuse([stockRefused]);
    await change({ ...restocked(8), price: 11_000 });
    expect(await stateOf()).toBe("waiting");
  });

  test("stays where something else was refused too, or the office has to look first", async () => {
    await refuse([priceRefused, refusedAs("고시")]);
    await change({ price: 11_000 });
    expect(await stateOf()).toBe("refused");
    await refuse([priceRefused]);
    await change({ price: 10_000, name: "다른 이름" });
    expect(await stateOf(), "what nobody judged waits, and the price with it").toBe("refused");
  });
});

test("fees that a store changes reach the malls that have its products, and what was refused for them is sent again", async () => {
  const jobs = () => database.$queryRaw<{ task: string; key: string }[]>`
    SELECT task_identifier AS "task", key FROM graphile_worker.jobs ORDER BY task_identifier`;
  const feeRefused = issue("mall.return_fee_refused", { mall: "naver" }, { raw: "반품비" });
  const held = issue("store.return_terms_missing", { mall: "gachi-sapsida" });
  await move(await idOf("A-1"), ["sending", "live"], []);
  await move(await idOf("A-2"), ["sending", "refused"], [feeRefused]);
  await move(await idOf("A-3"), ["sending", "refused"], [refusedAs("고시")]);
  await move(await idOf("A-3", "gachi-sapsida"), ["not_ready"], [held]);
  await database.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  const { storeId, merchant } = season;
  const change = (returnFee: string, exchangeFee = "6,000원") =>
    changeFees(database, merchant, { storeId, returnFee, exchangeFee });

  expect(await change("삼천원")).toMatchObject({ ok: false, issues: [{ path: { field: "return_fee" } }] });
  expect(await change("3000")).toMatchObject({ ok: true, result: { changed: true } });
  expect(await database.store.findUniqueOrThrow({ where: { id: storeId } })).toMatchObject({
    returnFee: 3_000,
    exchangeFee: 6_000,
  });
  const sentAgain = [await idOf("A-2"), await idOf("A-3", "gachi-sapsida")].map((id) => `listing:${id}`);
  const found = await jobs();
  expect(found.filter(({ task }) => task === "publish-listing").map(({ key }) => key)).toEqual(
    expect.arrayContaining(sentAgain),
  );
  expect(found.filter(({ task }) => task === "publish-listing")).toHaveLength(2);
  expect(found.filter(({ task }) => task === "update-listing")).toEqual([
    { task: "update-listing", key: `update:${await idOf("A-1")}` },
  ]);
  expect(await database.listing.findUnique({ where: { id: await idOf("A-3") } })).toMatchObject({ state: "refused" });

  await database.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await database.listing.update({
    where: { id: await idOf("A-2") },
    data: { state: "refused", issues: toStored([feeRefused]) },
  });
  expect(await change("3,000")).toMatchObject({ ok: true, result: { changed: false } });
  expect(await jobs(), "nothing changed, nothing is sent").toEqual([]);
  await database.store.update({ where: { id: storeId }, data: { state: "closed" } });
  expect(await change("5000")).toMatchObject({ ok: false, issues: [{ code: "store.not_approved" }] });
});

test("what waited for the store's mail-order number is sent once the office has entered it", async () => {
  const held = issue("store.mail_order_number_missing", { mall: "gachi-sapsida", field: "mail_order_number" });
  await move(await idOf("A-1", "gachi-sapsida"), ["not_ready"], [held]);
  await move(await idOf("A-2", "gachi-sapsida"), ["not_ready"], [held, issue("origin.not_domestic")]);
  const { storeId, merchant } = season;
  await database.store.update({ where: { id: storeId }, data: { mailOrderNumber: null } });
  await database.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  const record = (mailOrderNumber: string, actor: typeof office | typeof merchant = office) =>
    recordMailOrderNumber(database, actor, { storeId, mailOrderNumber });
  const publishing = () => database.$queryRaw<{ key: string }[]>`
    SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'publish-listing'`;

  await save(database, season, [content("A-1", { variants: [{ key: "", options: [], priceDelta: 0, stock: 7 }] })]);
  expect(await publishing(), "another stock is not what it waits for").toEqual([]);

  expect(await record("제2026-서울마포-0123호", merchant)).toMatchObject({ issues: [{ code: "account.not_allowed" }] });
  expect(await record(" ")).toMatchObject({ issues: [{ code: "form.missing", path: { field: "mail_order_number" } }] });
  expect(await record(" 제2026-서울마포-0123호 ")).toMatchObject({ ok: true });
  expect(await database.store.findUnique({ where: { id: storeId }, include: { verifications: true } })).toMatchObject({
    mailOrderNumber: "제2026-서울마포-0123호",
    verifications: expect.arrayContaining([expect.objectContaining({ requirement: "mail_order" })]),
  });
  expect(await publishing()).toEqual([{ key: `listing:${await idOf("A-1", "gachi-sapsida")}` }]);
  await database.store.update({ where: { id: storeId }, data: { state: "closed" } });
  expect(await record("제2026-서울마포-0124호")).toMatchObject({ issues: [{ code: "store.not_approved" }] });
});

test("a refusal is mended by what it is about, by its field or by its code where it names none", () => {
  const refusal = (code: Issue["code"], path: Issue["path"] = {}) => issue(code, { mall: "coupang", ...path });
  expect(areMended([refusal("mall.price_refused")], ["price"])).toBe(true);
  expect(areMended([refusal("mall.price_refused", { field: "shipping_fee" })], ["price"])).toBe(false);
  expect(areMended([refusal("mall.field_refused", { field: "option_stock" })], ["stock"])).toBe(true);
  expect(areMended([refusal("mall.refused")], ["price", "stock"])).toBe(false);
  expect(areMended([refusal("mall.price_refused"), refusal("mall.tag_refused")], ["price", "stock"])).toBe(false);
  expect(areMended([], ["price", "stock"])).toBe(false);
});
