import pino from "pino";
import { expect, test } from "vitest";
import { addJob, addJobs, type Jobs } from "#app/services/queue/jobs.ts";
import { openHands } from "#workers/hands.ts";
import { testDatabase } from "../database.ts";

test("a job that somebody waits for begins while every other hand holds bulk work, and bulk never takes the free hands", async () => {
  const { client: database, url } = await testDatabase({ untilTestEnds: true });
  const begun: string[] = [];
  let letGo = () => {};
  const free = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const hands = await openHands({
    databaseUrl: url,
    concurrency: 2,
    crontab: "",
    log: pino({ level: "silent" }),
    taskList: {
      async "publish-listing"(payload) {
        const { listingId } = payload as Jobs["publish-listing"];
        begun.push(listingId);
        if (listingId.startsWith("bulk")) await free;
      },
      async "send-message"() {
        begun.push("message");
      },
    },
  });
  try {
    const bulk = Array.from({ length: 6 }, (_, at) => ({ payload: { listingId: `bulk ${at}` } }));
    await addJobs(database, "publish-listing", bulk);
    await expect.poll(() => begun.length, { timeout: 30_000 }).toBe(2);
    await addJob(database, "publish-listing", { listingId: "again" }, { priority: -10 });
    await addJob(database, "send-message", { messageId: "code" });
    await expect.poll(() => begun.length, { timeout: 30_000 }).toBe(4);
    expect(begun.slice(2).sort()).toEqual(["again", "message"]);
  } finally {
    letGo();
    await hands.stop();
  }
  expect(begun.filter((name) => name.startsWith("bulk")).length).toBeGreaterThanOrEqual(2);
});
