import pino from "pino";
import { beforeEach, describe, expect, test } from "vitest";
import { switchChannel } from "#app/domain/channel/switch-channel.ts";
import { beginImport } from "#app/domain/intake/begin-import.ts";
import { finishImport } from "#app/domain/intake/finish-import.ts";
import { requestImport } from "#app/domain/intake/request-import.ts";
import type { Heard } from "#app/domain/listing/answers.ts";
import { beginSending } from "#app/domain/listing/begin-sending.ts";
import { recordPublishAnswer } from "#app/domain/listing/record-answer.ts";
import { resumeListings } from "#app/domain/listing/resume-listings.ts";
import { retryListing } from "#app/domain/listing/retry-listing.ts";
import { withdrawListing } from "#app/domain/listing/withdraw-listing.ts";
import { queueMessage } from "#app/domain/outbox/queue-message.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { countJobs } from "#app/services/queue/count-jobs.ts";
import { testDatabase } from "#tests/database.ts";
import { giveUpJobs } from "#workers/tasks/give-up-jobs.ts";
import { content, type OpenSeason, openSeason, submit, twoChecks, twoMalls } from "./season-setup.ts";

const followUp = { nextSeconds: 60, settleSeconds: 60 };
const connected = twoMalls.map(({ key }) => key);
const later = new Date(Date.now() + 60 * 60_000);
let database: Database;
let season: OpenSeason;
let office: { kind: "person"; accountId: string; role: "office" };
/** At naver. */
let listingId: string;
let versionId: string;

beforeEach(async () => {
  ({ client: database } = await testDatabase({ untilTestEnds: true }));
  season = await openSeason(database);
  const { id: accountId } = await database.account.create({
    data: { role: "office", name: "정사무", email: "o@example.com" },
  });
  office = { kind: "person", accountId, role: "office" };
  const [submissionId = ""] = await submit(database, season, [content("A-1", { origin: foreign })]);
  await selectSubmission(database, season.curator, { submissionId }, twoMalls);
  const listing = await database.listing.findFirstOrThrow({ where: { channelKey: "naver" } });
  listingId = listing.id;
  versionId = listing.wantedVersionId;
});

/** Which the second mall does not take, so one listing moves. */
const foreign = { text: "베트남산", kind: "foreign", country: "VN" } as const;

const stateOf = async () => (await database.listing.findUniqueOrThrow({ where: { id: listingId } })).state;
const tasks = async () =>
  (
    await database.$queryRaw<{ task: string }[]>`
      SELECT task_identifier AS task FROM graphile_worker.jobs WHERE attempts < max_attempts ORDER BY id`
  ).map(({ task }) => task);
const loseJobs = () => database.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
/** As a worker leaves a job that has killed it for the last time: nothing of ours ran after it. */
const exhaustJobs = () => database.$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts`;
const giveUp = () => giveUpJobs({ database, keepSecrets: false, log: pino({ level: "silent" }) });
const resume = () => resumeListings(database, { connected, now: later });

describe("a job that was tried for the last time", () => {
  test("of rendering fails the listings that waited for it, once", async () => {
    await exhaustJobs();
    await giveUp();
    expect(await stateOf()).toBe("failed");
    expect((await countJobs(database)).failed).toBeGreaterThan(0);

    await retryListing(database, office, { listingId });
    await giveUp();
    expect(await stateOf()).toBe("waiting");
    expect(await tasks()).toEqual(["publish-listing"]);
    await exhaustJobs();
    await giveUp();
    expect(await stateOf()).toBe("failed");
  });

  test("of an import ends it, also one that was never begun", async () => {
    const sheet = { name: "상품표.xlsx", blob: `uploads/${"0".repeat(64)}` };
    const order = { storeId: season.storeId, sheet, photos: null };
    const { importId } = await requestImport(database, season.merchant, order);
    await exhaustJobs();
    await giveUp();
    expect(await database.import.findUniqueOrThrow({ where: { id: importId } })).toMatchObject({ state: "failed" });
    expect(await database.progress.findFirst({ where: { id: importId } })).toMatchObject({ state: "failed" });
    expect(await beginImport(database, importId)).toBeNull();
  });

  test("of a message ends it and erases what would let somebody in", async () => {
    const message = await inTransaction(database, (transaction) =>
      queueMessage(transaction, {
        medium: "kakao",
        recipient: "+821012345678",
        template: "login_code",
        params: { code: "123456" },
        locale: "ko",
        dedupeKey: "one",
      }),
    );
    await exhaustJobs();
    await giveUp();
    const ended = await database.outboxMessage.findUniqueOrThrow({ where: { id: message?.id ?? "" } });
    expect(ended).toMatchObject({ state: "failed", params: {} });
  });
});

describe("a listing without a job", () => {
  test("goes on from wherever it stands, and only then", async () => {
    expect(await resume()).toBe(1); // its pictures are not made yet; sending makes what is missing
    expect(await resume()).toBe(0);
    expect(await resumeListings(database, { connected, now: new Date() })).toBe(0);

    await loseJobs();
    await resume();
    expect(await tasks()).toEqual(["publish-listing"]);

    await loseJobs();
    await beginSending(database, { listingId, versionId });
    await resume();
    expect(await tasks()).toEqual(["follow-listing"]);

    await loseJobs();
    const heard: Heard = { state: "live", remoteId: "1", pageUrl: null, issues: [] };
    const answer = { outcome: "accepted", heard } as const;
    await recordPublishAnswer(database, { listingId, answer, followUp });
    await loseJobs();
    expect(await resume()).toBe(0);

    await withdrawListing(database, office, { listingId });
    await loseJobs();
    await resume();
    expect(await tasks()).toEqual(["withdraw-listing"]);
  });

  test("waits while its mall is off or not connected", async () => {
    await loseJobs();
    await switchChannel(database, office, { key: "naver", on: false }, twoChecks);
    expect(await resume()).toBe(0);
    await switchChannel(database, office, { key: "naver", on: true }, twoChecks);
    expect(await tasks()).toEqual(["publish-listing"]);
    await loseJobs();
    expect(await resumeListings(database, { connected: ["gachi-sapsida"], now: later })).toBe(0);
    expect(await resume()).toBe(1);
  });
});

test("what was selected while a mall was off goes there when it comes back, unless its season is over", async () => {
  await switchChannel(database, office, { key: "naver", on: false }, twoChecks);
  const [submissionId = ""] = await submit(database, season, [content("A-2")]);
  await selectSubmission(database, season.curator, { submissionId }, await loadMallRules(database, twoChecks));
  const { productId } = await database.submission.findUniqueOrThrow({ where: { id: submissionId } });
  const listed = async () =>
    (await database.listing.findMany({ where: { productId }, orderBy: { channelKey: "asc" } })).map((one) => [
      one.channelKey,
      one.state,
    ]);
  expect(await listed()).toEqual([["gachi-sapsida", "waiting"]]);
  await loseJobs();

  await database.season.updateMany({ data: { state: "closed" } });
  await switchChannel(database, office, { key: "naver", on: true }, twoChecks);
  expect(await listed()).toHaveLength(1);

  await database.season.updateMany({ data: { state: "intake" } });
  await switchChannel(database, office, { key: "naver", on: false }, twoChecks);
  await loseJobs();
  await switchChannel(database, office, { key: "naver", on: true }, twoChecks);
  expect(await listed()).toEqual([
    ["gachi-sapsida", "waiting"],
    ["naver", "waiting"],
  ]);
  expect(await tasks()).toEqual(["publish-listing", "render-version"]);
});

test("every move of a listing and an import has its audit line", async () => {
  const linesOf = async (subjectId: string) =>
    (await database.auditLine.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map(
      ({ action, details }) => ({
        action,
        details,
      }),
    );
  expect(await beginSending(database, { listingId, versionId })).toBe(true);
  expect(await beginSending(database, { listingId, versionId })).toBe(false);
  await recordPublishAnswer(database, { listingId, answer: { outcome: "refused", issues: [] }, followUp });
  expect(await linesOf(listingId)).toEqual([
    { action: "plan-listings", details: { state: "waiting", mall: "naver" } },
    { action: "move-listing", details: { from: "waiting", to: "sending" } },
    { action: "move-listing", details: { from: "sending", to: "refused" } },
  ]);

  const sheet = { name: "상품표.xlsx", blob: `uploads/${"0".repeat(64)}` };
  const { importId } = await requestImport(database, season.merchant, { storeId: season.storeId, sheet, photos: null });
  expect(await beginImport(database, importId)).toMatchObject({ state: "reading" });
  expect(await beginImport(database, importId)).toMatchObject({ state: "reading" });
  await finishImport(database, { importId, state: "done" });
  expect((await linesOf(importId)).map(({ action }) => action)).toEqual([
    "request-import",
    "begin-import",
    "finish-import",
  ]);
});
