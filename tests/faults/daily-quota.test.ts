import { expect, test } from "vitest";
import { publishListing } from "#workers/tasks/publish-listing.ts";
import { publishingStage } from "./publishing-stage.ts";

test("a product beyond a mall's daily number waits, says why, and has its turn when the day is over in Seoul", async () => {
  const { context, sandbox, idOf, listing } = await publishingStage();
  const listingId = idOf("elevenst");
  sandbox.standIns.elevenst.spendQuota();
  await publishListing(context, { listingId });
  expect(await listing("elevenst")).toMatchObject({ state: "waiting", issues: [{ code: "mall.quota_spent" }] });
  const [job] = await context.database.$queryRaw<{ run_at: Date }[]>`
    SELECT "run_at" FROM "graphile_worker"."jobs" WHERE "key" = ${`listing:${listingId}`}`;
  const midnight = 15 * 3_600_000;
  const late = ((job?.run_at.getTime() ?? 0) - midnight) % 86_400_000;
  // Within the seconds that rounding and our own clock take.
  expect(late).toBeLessThan(30_000);
  expect(job?.run_at.getTime()).toBeGreaterThan(Date.now());
  expect(sandbox.counts().elevenst).toEqual({ listings: 0, duplicates: 0 });

  // The other malls are not concerned.
  await publishListing(context, { listingId: idOf("naver") });
  expect((await listing("naver")).state).toBe("live");
});
