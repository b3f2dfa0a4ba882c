import pino from "pino";
import { expect, test } from "vitest";
import type { MallConnection } from "#app/channels/contract.ts";
import { permitToSend } from "#app/channels/send-guard.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { retryListing } from "#app/domain/listing/retry-listing.ts";
import { addJobs } from "#app/services/queue/jobs.ts";
import { testDatabase } from "#tests/database.ts";
import { openHands } from "#workers/hands.ts";
import { runTask } from "#workers/run-task.ts";
import { followListing } from "#workers/tasks/follow-listing.ts";
import { publishListing } from "#workers/tasks/publish-listing.ts";
import { publishingStage } from "./publishing-stage.ts";

test("what failed together comes back later, and not together", async () => {
  const { client: database, url } = await testDatabase({ untilTestEnds: true });
  const log = pino({ level: "silent" });
  const fail = async () => {
    throw new Error("a passing trouble");
  };
  const hands = await openHands({
    databaseUrl: url,
    concurrency: 4,
    crontab: "",
    log,
    taskList: { "publish-listing": (_payload, { job }) => runTask({ database, log }, job, fail) },
  });
  const jobs = Array.from({ length: 12 }, (_, at) => ({ payload: { listingId: String(at) } }));
  await addJobs(database, "publish-listing", jobs);
  const waits = async () => {
    const rows = await database.$queryRaw<{ wait: number }[]>`
      SELECT extract(epoch FROM run_at - updated_at)::float8 AS "wait" FROM graphile_worker._private_jobs
      WHERE attempts = 1 AND locked_at IS NULL`;
    return rows.map(({ wait }) => wait);
  };
  try {
    await expect.poll(async () => (await waits()).length, { timeout: 30_000, interval: 50 }).toBe(12);
    const found = await waits();
    // e seconds after the first error, and up to half as much again.
    expect(Math.min(...found)).toBeGreaterThan(2.6);
    expect(new Set(found.map((wait) => wait.toFixed(2))).size).toBeGreaterThan(3);
  } finally {
    await hands.stop();
  }
});

test("a definite no is an answer: it is not asked again by itself", async () => {
  const { context, idOf, listing } = await publishingStage();
  const listingId = idOf("naver");
  const naver = context.malls.naver as MallConnection;
  const refusing: MallConnection = {
    ...naver,
    publish: async () => ({ outcome: "refused", issues: [issue("mall.refused", { mall: "naver" })] }),
  };
  // The job that we play by hand.
  await context.database.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await publishListing({ ...context, malls: { ...context.malls, naver: refusing } }, { listingId });
  expect(await listing("naver")).toMatchObject({ state: "refused", issues: [{ code: "mall.refused" }] });
  const jobs = await context.database.$queryRaw<unknown[]>`
    SELECT 1 FROM graphile_worker._private_jobs WHERE payload ->> 'listingId' = ${listingId} AND key = ${`listing:${listingId}`}`;
  expect(jobs).toEqual([]);
});

test("a product that a mall breaks at again and again is given up with the reason, and starts anew for whoever sends it again", async () => {
  const { context: stage, sandbox, idOf, listing } = await publishingStage();
  const listingId = idOf("naver");
  const reason = issue("mall.unavailable", { mall: "naver" }, { raw: "500" });
  const breaking: MallConnection = {
    ...(stage.malls.naver as MallConnection),
    async publish() {
      await permitToSend();
      return { outcome: "unknown", reason };
    },
  };
  const context = { ...stage, malls: { ...stage.malls, naver: breaking } };
  const sendTwentyTimes = async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      await publishListing(context, { listingId });
      await followListing(context, { listingId });
      await context.database.channelContact.deleteMany();
    }
  };
  await sendTwentyTimes();
  expect(await listing("naver")).toMatchObject({
    state: "failed",
    attempts: 10,
    issues: [{ code: "mall.given_up" }, { code: "mall.unavailable", raw: "500" }],
  });
  const { id } = await context.database.account.create({
    data: { role: "office", name: "정사무", email: "o@example.com" },
  });
  await retryListing(context.database, { kind: "person", accountId: id, role: "office" }, { listingId });
  for (let turn = 0; turn < 3; turn += 1) await publishListing(stage, { listingId });
  expect(await listing("naver")).toMatchObject({ state: "live", issues: [] });
  expect(sandbox.counts().naver).toEqual({ listings: 1, duplicates: 0 });
});
