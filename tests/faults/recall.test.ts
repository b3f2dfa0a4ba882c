import { expect, test } from "vitest";
import { type MallConnection, mallKeys } from "#app/channels/contract.ts";
import { malls } from "#app/channels/registry.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { toStored } from "#app/domain/issue/stored-issues.ts";
import { findProductListings } from "#app/domain/listing/find-product-listings.ts";
import { retryListing } from "#app/domain/listing/retry-listing.ts";
import { findProduct } from "#app/domain/product/find-product.ts";
import { findTimeline } from "#app/domain/product/find-timeline.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { liftRecall } from "#app/domain/recall/lift-recall.ts";
import { listOpenRecalls } from "#app/domain/recall/list-recalls.ts";
import { pressRecalls } from "#app/domain/recall/press-recalls.ts";
import { recallProduct } from "#app/domain/recall/recall-product.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import type { Database } from "#app/services/database/database.ts";
import { failNextCreate } from "#tests/malls/played-malls.ts";
import { followListing } from "#workers/tasks/follow-listing.ts";
import { lookThroughMall } from "#workers/tasks/look-through-mall.ts";
import { publishListing } from "#workers/tasks/publish-listing.ts";
import { withdrawListing } from "#workers/tasks/withdraw-listing.ts";
import { publishingStage } from "./publishing-stage.ts";

async function officer(database: Database) {
  const { id } = await database.account.create({
    data: { role: "office", name: "박사무", email: "office@example.com" },
  });
  return { kind: "person" as const, accountId: id, role: "office" as const };
}

async function stage() {
  const built = await publishingStage();
  const { database } = built.context;
  const { id: productId } = await database.product.findFirstOrThrow();
  const office = await officer(database);
  const recall = (reason: "food_safety" | "merchant_wish" = "food_safety") =>
    recallProduct(database, office, { productId, reason, note: "" }, []);
  return { ...built, database, productId, office, recall };
}

/** Jobs of graphile-worker, the first to run first. */
const jobsOf = (database: Database) => database.$queryRaw<{ task: string; priority: number }[]>`
  SELECT task_identifier AS task, priority FROM graphile_worker.jobs ORDER BY priority, run_at, id`;

test("a recalled product goes from every mall, by each mall's own word, and cannot be wanted there again", async () => {
  const { context, database, sandbox, idOf, listing, productId, office, recall } = await stage();
  const sold = mallKeys.filter((mall) => idOf(mall) !== "");
  for (const mall of sold) await publishListing(context, { listingId: idOf(mall) });
  for (const mall of sold) await followListing(context, { listingId: idOf(mall) });
  expect(await recall()).toMatchObject({ ok: true });
  expect(await recall()).toMatchObject({ ok: false, issues: [{ code: "recall.already_stands" }] });
  const jobs = await jobsOf(database);
  expect(jobs.slice(0, sold.length)).toEqual(sold.map(() => ({ task: "withdraw-listing", priority: -20 })));

  await expect(database.listing.update({ where: { id: idOf("naver") }, data: { wanted: "live" } })).rejects.toThrow(
    /recalled/,
  );
  expect(await liftRecall(database, office, { productId })).toMatchObject({ ok: false });
  // An operator's desk is asked until somebody there has done it.
  for (let rounds = 0; rounds < 3; rounds++) {
    for (const mall of sold) await withdrawListing(context, { listingId: idOf(mall) });
  }
  const open = await listOpenRecalls(database);
  for (const mall of sold) {
    if ((await listing(mall)).state === "withdrawn") continue;
    expect(open).toMatchObject([{ productId }]);
    await expect
      .poll(async () => {
        await withdrawListing(context, { listingId: idOf(mall) });
        return (await listing(mall)).state;
      })
      .toBe("withdrawn");
  }
  expect(Object.values(sandbox.counts()).map(({ listings }) => listings)).toEqual(sold.map(() => 0));
  const found = await findProductListings(database, productId);
  expect(found?.recall?.confirmedAt).not.toBeNull();
  for (const { exchanges, heard } of found?.listings ?? []) {
    expect(exchanges.length).toBeGreaterThan(0);
    expect(heard).toMatchObject({ state: "withdrawn" });
  }
  expect(await listOpenRecalls(database)).toEqual([]);
  expect(await liftRecall(database, office, { productId })).toMatchObject({ ok: true });
  await database.listing.update({ where: { id: idOf("naver") }, data: { wanted: "live" } });
});

test("its merchant is told for as long as it is recalled, and that it was", async () => {
  const { context, database, idOf, productId, office, recall } = await stage();
  const { storeId } = await database.product.findUniqueOrThrow({ where: { id: productId } });
  const told = async () => (await findProduct(database, { storeId, productId }))?.recall;
  const happened = async () =>
    (await findTimeline(database, productId)).map(({ kind }) => kind).filter((kind) => kind.startsWith("recall"));
  await publishListing(context, { listingId: idOf("naver") });
  await recall();
  expect(await told()).toEqual({ reason: "food_safety", confirmed: false });
  expect(await happened()).toEqual(["recalled"]);
  expect(await listOpenRecalls(database)).toMatchObject([{ late: false }]);
  expect(await listOpenRecalls(database, new Date(Date.now() + 3 * 3_600_000))).toMatchObject([{ late: true }]);
  await database.recall.updateMany({ data: { confirmedAt: new Date() } });
  expect(await told()).toEqual({ reason: "food_safety", confirmed: true });
  await liftRecall(database, office, { productId });
  expect(await told()).toBeNull();
  expect(await happened()).toEqual(["recall_lifted", "recalled"]);
});

test("what somebody puts up again opens the recall anew, before all else, until it is gone again", async () => {
  const { context, database, sandbox, idOf, listing, productId, recall } = await stage();
  await publishListing(context, { listingId: idOf("naver") });
  await recall();
  const takeDown = () => withdrawListing(context, { listingId: idOf("naver") });
  await takeDown();
  for (const mall of mallKeys) if (mall !== "naver") await withdrawListing(context, { listingId: idOf(mall) });
  expect(await listOpenRecalls(database)).toEqual([]);
  const { remoteId } = await listing("naver");
  await database.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  sandbox.standIns.naver.duplicateByHand(remoteId ?? "");
  await lookThroughMall(context, { channelKey: "naver" });
  expect(await listOpenRecalls(database)).toMatchObject([{ productId, confirmed: mallKeys.length - 1 }]);
  expect(await jobsOf(database)).toEqual([{ task: "withdraw-listing", priority: -20 }]);
  await takeDown();
  expect(await listOpenRecalls(database)).toEqual([]);
  expect(sandbox.counts().naver.listings).toBe(0);
});

test("a send whose answer was lost is looked up and taken down", async () => {
  const { context, sandbox, idOf, listing, recall, database } = await stage();
  failNextCreate(sandbox.standIns, "naver", "lost after create");
  await publishListing(context, { listingId: idOf("naver") });
  expect((await listing("naver")).state).toBe("unknown");
  await recall();
  await withdrawListing(context, { listingId: idOf("naver") });
  expect((await listing("naver")).state).toBe("unknown");
  await database.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await pressRecalls(database);
  await followListing(context, { listingId: idOf("naver") });
  await withdrawListing(context, { listingId: idOf("naver") });
  expect((await listing("naver")).state).toBe("withdrawn");
  expect(sandbox.counts().naver).toEqual({ listings: 0, duplicates: 0 });
});

test.each(["cafe24", "shopify"] as const)(
  "%s: what shoppers see already, though the mall's last answer was lost, is taken down",
  async (mall) => {
    const { context, sandbox, idOf, listing, recall, database } = await stage();
    const connection = context.malls[mall] as MallConnection;
    const reason = issue("mall.outcome_unknown", { mall });
    const losing: MallConnection = {
      ...connection,
      async publish(order) {
        const answer = await connection.publish(order);
        return answer.outcome === "accepted" ? { outcome: "not_sent", reason, retryAfterSeconds: 30 } : answer;
      },
    };
    const shown = () => sandbox.standIns[mall].listings().filter(({ state }) => state === "live");
    for (let turn = 0; turn < 3 && shown().length === 0; turn += 1)
      await publishListing({ ...context, malls: { ...context.malls, [mall]: losing } }, { listingId: idOf(mall) });
    expect(shown()).toHaveLength(1);
    expect(await listing(mall)).toMatchObject({ state: "waiting", remoteId: null });
    await recall();
    for (const key of mallKeys) if (key !== mall) await withdrawListing(context, { listingId: idOf(key) });
    expect((await listOpenRecalls(database)).length).toBe(1);
    await withdrawListing(context, { listingId: idOf(mall) });
    expect(shown()).toEqual([]);
    expect(await listOpenRecalls(database)).toEqual([]);
  },
);

test("unsafe food stays before all else until it is gone, whatever its malls answer meanwhile", async () => {
  const { context, database, idOf, recall } = await stage();
  await publishListing(context, { listingId: idOf("naver") });
  await recall();
  const job = async () => {
    const jobs = await database.$queryRaw<{ task: string; priority: number }[]>`
      SELECT task.identifier AS task, priority FROM graphile_worker._private_jobs AS job
      JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id
      WHERE payload ->> 'listingId' = ${idOf("naver")} ORDER BY job.id`;
    await database.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    return jobs;
  };
  await job();
  const naver = context.malls.naver as MallConnection;
  const busy: MallConnection = {
    ...naver,
    withdraw: async () => ({ outcome: "unsure", reason: issue("mall.still_working"), retryAfterSeconds: 120 }),
  };
  await withdrawListing({ ...context, malls: { ...context.malls, naver: busy } }, { listingId: idOf("naver") });
  expect(await job()).toEqual([{ task: "withdraw-listing", priority: -20 }]);
  // The mall is left alone for a while.
  const closedUntil = new Date(Date.now() + 60_000);
  const rests = { failures: 5, closedUntil, reason: toStored([issue("mall.unavailable")]) };
  await database.channelContact.upsert({
    where: { channelKey: "naver" },
    create: { channelKey: "naver", ...rests },
    update: rests,
  });
  await withdrawListing(context, { listingId: idOf("naver") });
  expect(await job()).toEqual([{ task: "withdraw-listing", priority: -20 }]);
});

test("a mall that refuses is asked again every minute, and the office is told once when the deadline has passed", async () => {
  const { database, idOf, recall, productId, context } = await stage();
  await publishListing(context, { listingId: idOf("naver") });
  await recall();
  await database.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await database.listing.update({
    where: { id: idOf("naver") },
    data: { state: "failed", issues: toStored([issue("mall.refused")]) },
  });
  expect(await pressRecalls(database)).toBeGreaterThan(0);
  expect(await pressRecalls(database), "what waits already is not asked twice").toBe(0);
  expect(await database.outboxMessage.count({ where: { template: "recall_overdue" } })).toBe(0);
  const late = new Date(Date.now() + 3 * 3_600_000);
  await pressRecalls(database, late);
  await pressRecalls(database, late);
  expect(await database.outboxMessage.findMany({ where: { template: "recall_overdue" } })).toMatchObject([
    { recipient: "office@example.com", params: { page: `/office/products/${productId}` } },
  ]);
});

test("what was recalled before it was sent is nowhere, at once; it is neither retried nor selected", async () => {
  const { database, recall, office, idOf } = await stage();
  await recall("merchant_wish");
  const jobs = await jobsOf(database);
  expect(jobs.some(({ task, priority }) => task === "withdraw-listing" && priority === -5)).toBe(true);
  expect(await retryListing(database, office, { listingId: idOf("naver") })).toMatchObject({ ok: false });
  const submission = await database.submission.findFirstOrThrow();
  await database.place.deleteMany();
  await database.submission.update({ where: { id: submission.id }, data: { state: "submitted", decidedAt: null } });
  const rules = await loadMallRules(database, malls);
  expect(await selectSubmission(database, office, { submissionId: submission.id }, rules)).toMatchObject({
    ok: false,
    issues: [{ code: "product.recalled" }],
  });
});

test("two of the office recalling at once make one recall", async () => {
  const { database, recall } = await stage();
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => recall()));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await database.recall.count()).toBe(1);
  expect(await database.outboxMessage.count({ where: { template: "product_recalled" } })).toBe(1);
});

test("only the office recalls", async () => {
  const { database, productId } = await stage();
  const merchant = await database.account.findFirstOrThrow({ where: { role: "merchant" } });
  const actor = { kind: "person" as const, accountId: merchant.id, role: "merchant" as const };
  const outcome = await recallProduct(database, actor, { productId, reason: "food_safety", note: "" }, []);
  expect(outcome).toMatchObject({ ok: false, issues: [{ code: "account.not_allowed" }] });
});
