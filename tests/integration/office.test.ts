import { beforeEach, describe, expect, test } from "vitest";
import { listRecent } from "#app/domain/audit/list-recent.ts";
import { listChannels } from "#app/domain/channel/list-channels.ts";
import { listMallCategories } from "#app/domain/channel/list-mall-categories.ts";
import { setMallCategory } from "#app/domain/channel/set-mall-category.ts";
import { switchChannel } from "#app/domain/channel/switch-channel.ts";
import { beginSending } from "#app/domain/listing/begin-sending.ts";
import { beginWithdrawal } from "#app/domain/listing/begin-withdrawal.ts";
import { failListing } from "#app/domain/listing/fail-listing.ts";
import { listListings } from "#app/domain/listing/list-listings.ts";
import { recordPublishAnswer, recordWithdrawal } from "#app/domain/listing/record-answer.ts";
import { retryListing } from "#app/domain/listing/retry-listing.ts";
import { withdrawListing } from "#app/domain/listing/withdraw-listing.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { approveStore } from "#app/domain/store/approve-store.ts";
import { listAllStores } from "#app/domain/store/list-all-stores.ts";
import type { Database } from "#app/services/database/database.ts";
import { countJobs } from "#app/services/queue/count-jobs.ts";
import { testDatabase } from "#tests/database.ts";
import { holdLiveness } from "#workers/liveness.ts";
import { content, type OpenSeason, openSeason, submit, twoChecks, twoMalls } from "./season-setup.ts";

const followUp = { nextSeconds: 60, settleSeconds: 60 };
let url: string;
let database: Database;
let season: OpenSeason;
let office: { kind: "person"; accountId: string; role: "office" };
/** At naver. */
let listingId: string;
let versionId: string;

beforeEach(async () => {
  ({ client: database, url } = await testDatabase({ untilTestEnds: true }));
  season = await openSeason(database);
  const person = await database.account.create({ data: { role: "office", name: "정사무", email: "o@example.com" } });
  office = { kind: "person", accountId: person.id, role: "office" };
  const [submissionId = ""] = await submit(database, season, [content("A-1")]);
  await selectSubmission(database, season.curator, { submissionId }, twoMalls);
  const listing = await database.listing.findFirstOrThrow({ where: { channelKey: "naver" } });
  listingId = listing.id;
  versionId = listing.wantedVersionId;
  await database.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});

const jobs = () =>
  database.$queryRaw<{ task: string; key: string | null }[]>`
    SELECT task_identifier AS task, key FROM graphile_worker.jobs
    WHERE task_identifier <> 'send-message' ORDER BY id`;
const stateOf = async () => (await database.listing.findUniqueOrThrow({ where: { id: listingId } })).state;
const send = () => beginSending(database, { listingId, versionId });

describe("sending again", () => {
  test("a refused listing waits again and is sent by a job of the same change", async () => {
    await send();
    await recordPublishAnswer(database, { listingId, answer: { outcome: "refused", issues: [] }, followUp });
    expect(await retryListing(database, office, { listingId })).toEqual({ ok: true, result: { to: "waiting" } });
    expect(await stateOf()).toBe("waiting");
    expect(await jobs()).toEqual([{ task: "publish-listing", key: `listing:${listingId}` }]);
    expect(await database.auditLine.findFirst({ where: { action: "retry-listing" } })).toMatchObject({
      actorId: office.accountId,
      subjectId: listingId,
      details: { from: "refused", to: "waiting" },
    });
  });

  test("one whose last send nobody answered is looked up before it is sent", async () => {
    await send();
    await failListing(database, listingId);
    expect(await retryListing(database, office, { listingId })).toEqual({ ok: true, result: { to: "unknown" } });
    expect(await jobs()).toMatchObject([{ task: "follow-listing" }]);
  });

  test("a refused withdrawal is asked for again", async () => {
    const heard = { state: "live", remoteId: "1", pageUrl: null, issues: [] } as const;
    await send();
    await recordPublishAnswer(database, {
      listingId,
      answer: { outcome: "accepted", heard: { ...heard, issues: [] } },
      followUp,
    });
    await withdrawListing(database, office, { listingId });
    await beginWithdrawal(database, listingId);
    await recordWithdrawal(database, { listingId, answer: { outcome: "refused", issues: [] } });
    await database.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    expect(await retryListing(database, office, { listingId })).toMatchObject({ ok: true });
    expect(await jobs()).toMatchObject([{ task: "withdraw-listing" }]);
    expect(await beginWithdrawal(database, listingId)).toMatchObject({ state: "withdrawing" });
  });

  test("what is on its way or gone is left alone", async () => {
    const refusal = { ok: false, issues: [{ code: "listing.not_repeatable" }] };
    expect(await retryListing(database, office, { listingId })).toMatchObject(refusal);
    await send();
    expect(await retryListing(database, office, { listingId })).toMatchObject(refusal);
    const nowhere = { listingId: "00000000-0000-4000-8000-000000000001" };
    expect(await retryListing(database, office, nowhere)).toMatchObject({
      ok: false,
      issues: [{ code: "listing.not_found" }],
    });
    expect(await jobs()).toEqual([]);
  });
});

describe("withdrawing", () => {
  test("is asked for once, and ends at once where the mall never had it", async () => {
    expect(await withdrawListing(database, office, { listingId })).toMatchObject({ ok: true });
    expect(await withdrawListing(database, office, { listingId })).toMatchObject({ ok: false });
    expect(await jobs()).toMatchObject([{ task: "withdraw-listing" }]);
    expect(await beginWithdrawal(database, listingId)).toBeNull();
    expect(await stateOf()).toBe("withdrawn");
  });

  test("of a failed listing with an unsettled send first asks whether the mall has it", async () => {
    await send();
    await failListing(database, listingId);
    await withdrawListing(database, office, { listingId });
    await database.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    expect(await beginWithdrawal(database, listingId)).toBeNull();
    expect(await stateOf()).toBe("unknown");
    expect(await jobs()).toMatchObject([{ task: "follow-listing" }]);
  });
});

test("listings are shown by mall and state, with the three facts", async () => {
  await send();
  const { rows } = await listListings(database, { mall: "naver", state: "sending" });
  expect(rows).toMatchObject([
    {
      id: listingId,
      wanted: { state: "live", version: 1 },
      sent: { outcome: "unknown", version: 1, attempts: 1 },
      heard: null,
      mayRetry: false,
      mayWithdraw: true,
    },
  ]);
  expect((await listListings(database, { mall: null, state: null })).rows).toHaveLength(2);
  expect((await listListings(database, { mall: "coupang", state: null })).rows).toEqual([]);
  expect(await listChannels(database)).toMatchObject([
    { key: "gachi-sapsida", on: true, listings: { waiting: 1 } },
    { key: "naver", on: true, listings: { sending: 1 } },
  ]);
});

test("a mall that is switched on again is sent what waited, and only then", async () => {
  const key = "naver";
  expect(await switchChannel(database, office, { key, on: true }, twoChecks)).toMatchObject({ ok: true });
  expect(await jobs()).toEqual([]);
  await switchChannel(database, office, { key, on: false }, twoChecks);
  expect(await jobs()).toEqual([]);
  await switchChannel(database, office, { key, on: true }, twoChecks);
  expect(await jobs()).toEqual([{ task: "publish-listing", key: `listing:${listingId}` }]);
  const lines = await database.auditLine.findMany({ where: { action: "switch-channel" }, orderBy: { id: "asc" } });
  expect(lines.map(({ details }) => details)).toEqual([{ on: false }, { on: true }]);
  expect(await switchChannel(database, office, { key: "nowhere", on: true }, twoChecks)).toMatchObject({
    issues: [{ code: "channel.not_found" }],
  });
});

test("a mall's category code is written, changed and taken away, each with its audit line", async () => {
  const where = { channelKey: "naver", categoryKey: "ETC" };
  const codeOf = async () =>
    (await listMallCategories(database, "naver")).find(({ categoryKey }) => categoryKey === "ETC")?.mallCode;
  expect(await codeOf()).toBeNull();
  for (const [mallCode, kept] of [
    ["50000001", "50000001"],
    ["50000001", "50000001"],
    ["50000002", "50000002"],
    ["", null],
  ] as const) {
    expect(await setMallCategory(database, office, { ...where, mallCode })).toMatchObject({ ok: true });
    expect(await codeOf()).toBe(kept);
  }
  expect(await database.auditLine.count({ where: { action: "set-mall-category" } })).toBe(3);
  const unknown = { ...where, categoryKey: "NOWHERE", mallCode: "1" };
  expect(await setMallCategory(database, office, unknown)).toMatchObject({ issues: [{ code: "category.not_found" }] });
});

test("a store that waits is approved once", async () => {
  const { storeId } = season;
  await database.store.update({ where: { id: storeId }, data: { state: "draft" } });
  expect(await approveStore(database, office, { storeId })).toEqual({ ok: true, result: { name: "공방" } });
  expect(await approveStore(database, office, { storeId })).toMatchObject({ issues: [{ code: "store.not_waiting" }] });
  expect(await listAllStores(database, "approved")).toMatchObject([{ id: storeId, products: 1 }]);
  expect(await listAllStores(database, "draft")).toEqual([]);
  expect(await listRecent(database, 3)).toMatchObject([
    { action: "approve-store", actor: "정사무", subject: "공방" },
    { action: "select-submission", actor: "이심사", subject: "나무 도마 A-1", details: { place: 1 } },
    { action: "submit-products", actor: "김상인", subject: "공방", details: { count: 1 } },
  ]);
});

test("jobs are counted by what becomes of them, and workers by the locks they hold", async () => {
  await withdrawListing(database, office, { listingId });
  expect(await countJobs(database)).toEqual({ waiting: 1, planned: 0, running: 0, failed: 0, workers: 0 });
  const worker = await holdLiveness(url, () => undefined);
  await worker.prove("a pool");
  await worker.prove("another of the same process");
  expect(await countJobs(database)).toMatchObject({ workers: 1 });
  await worker.release();
  await expect.poll(async () => (await countJobs(database)).workers).toBe(0);
  await database.$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts`;
  expect(await countJobs(database)).toMatchObject({ waiting: 0, failed: 1 });
});
