import { expect, test } from "vitest";
import type { MallConnection } from "#app/channels/contract.ts";
import { malls } from "#app/channels/registry.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { findPublication } from "#app/domain/listing/find-publication.ts";
import { putUpAgain } from "#app/domain/listing/put-up-again.ts";
import { sendCorrection } from "#app/domain/listing/send-correction.ts";
import { withdrawListing } from "#app/domain/listing/withdraw-listing.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { liftRecall } from "#app/domain/recall/lift-recall.ts";
import { recallProduct } from "#app/domain/recall/recall-product.ts";
import { deselectSubmission } from "#app/domain/season/deselect-submission.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { publishListing } from "#workers/tasks/publish-listing.ts";
import { standingProduct } from "./standing-product.ts";

async function stage() {
  const standing = await standingProduct();
  const { database } = standing;
  const { id: accountId } = await database.account.create({
    data: { role: "office", name: "박사무", email: "office@example.com" },
  });
  const { id: submissionId } = await database.submission.findFirstOrThrow();
  const { id: productId } = await database.product.findFirstOrThrow();
  return { ...standing, submissionId, productId, office: { kind: "person", accountId, role: "office" } as const };
}

test("a product that is taken off the list and chosen once more, as it is, goes up again", async () => {
  const { database, submissionId, office, listing, ...standing } = await stage();
  const select = async () => selectSubmission(database, office, { submissionId }, await loadMallRules(database, malls));
  await standing.untilLive("naver");
  await deselectSubmission(database, office, { submissionId, reason: "잘못 골랐어요." });
  await standing.takeDown("naver");
  expect(await listing("naver")).toMatchObject({ state: "withdrawn", wanted: "withdrawn" });
  expect(await select()).toMatchObject({ ok: true });
  expect(await listing("naver")).toMatchObject({ state: "waiting", wanted: "live" });
  await standing.untilLive("naver");
  expect(standing.shown("naver")).toHaveLength(1);

  // Chosen again before anybody has taken it down, it simply stays.
  await deselectSubmission(database, office, { submissionId, reason: "잘못 골랐어요." });
  await select();
  await standing.takeDown("naver");
  expect(await listing("naver")).toMatchObject({ state: "live", wanted: "live" });
});

test("what the office took down at one mall goes up there again, and nowhere else", async () => {
  const { database, office, listing, idOf, shown, ...standing } = await stage();
  for (const mall of ["naver", "cafe24"] as const) {
    await standing.untilLive(mall);
    await withdrawListing(database, office, { listingId: idOf(mall) });
    await standing.takeDown(mall);
  }
  expect(await putUpAgain(database, office, { listingId: idOf("naver") })).toMatchObject({ ok: true });
  expect(await putUpAgain(database, office, { listingId: idOf("naver") })).toMatchObject({
    ok: false,
    issues: [{ code: "listing.not_repeatable" }],
  });
  await standing.untilLive("naver");
  expect(shown("naver")).toHaveLength(1);
  expect(await listing("cafe24")).toMatchObject({ state: "withdrawn", wanted: "withdrawn" });
});

test("what was recalled goes up again once the recall is lifted and somebody of the office wants it; what left the list does not", async () => {
  const { database, office, productId, submissionId, idOf, shown, ...standing } = await stage();
  const putUp = () => putUpAgain(database, office, { listingId: idOf("naver") });
  await standing.untilLive("naver");
  await recallProduct(database, office, { productId, reason: "product_fault", note: "" }, []);
  for (const { channelKey } of await database.listing.findMany()) await standing.takeDown(channelKey as "naver");
  expect(await putUp()).toMatchObject({ ok: false, issues: [{ code: "product.recalled" }] });
  expect(await liftRecall(database, office, { productId })).toMatchObject({ ok: true });
  expect(shown("naver")).toEqual([]);
  expect(await putUp()).toMatchObject({ ok: true });
  await standing.untilLive("naver");
  expect(shown("naver")).toHaveLength(1);

  await deselectSubmission(database, office, { submissionId, reason: "잘못 골랐어요." });
  await standing.takeDown("naver");
  expect(await putUp()).toMatchObject({ ok: false, issues: [{ code: "listing.not_repeatable" }] });
});

test("what its merchant has put right goes to the mall that did not take it, once the office has looked, and to no other", async () => {
  const { database, office, idOf, listing, shown, context, submissionId, ...standing } = await stage();
  await standing.untilLive("cafe24");
  const naver = context.malls.naver as MallConnection;
  const refusing: MallConnection = {
    ...naver,
    publish: async () => ({
      outcome: "refused",
      issues: [issue("mall.field_refused", { mall: "naver", field: "name" })],
    }),
  };
  await publishListing({ ...context, malls: { ...context.malls, naver: refusing } }, { listingId: idOf("naver") });
  const stuck = async () => {
    const groups = (await findPublication(database))?.stuck ?? [];
    return groups.flatMap(({ listings }) => listings).find(({ id }) => id === idOf("naver"));
  };
  expect(await stuck()).toMatchObject({ correction: null });

  await standing.save(() => ({ name: "볶은 참기름" }));
  await standing.save(() => ({ name: "저온 압착 참기름" }));
  const corrected = await stuck();
  expect(corrected).toMatchObject({ mayRetry: true, correction: { parts: ["name"] } });
  const versionId = corrected?.correction?.versionId ?? "";
  const judged = await database.submission.findUniqueOrThrow({ where: { id: submissionId } });
  expect(
    await sendCorrection(database, office, { listingId: idOf("naver"), versionId: judged.versionId }),
  ).toMatchObject({
    ok: false,
  });
  expect(await sendCorrection(database, office, { listingId: idOf("cafe24"), versionId })).toMatchObject({ ok: false });
  const merchant = { ...office, role: "merchant" } as const;
  expect(await sendCorrection(database, merchant, { listingId: idOf("naver"), versionId })).toMatchObject({
    ok: false,
  });
  expect(await sendCorrection(database, office, { listingId: idOf("naver"), versionId })).toMatchObject({ ok: true });

  await standing.untilLive("naver");
  expect(shown("naver")).toMatchObject([{ name: "저온 압착 참기름" }]);
  expect(shown("cafe24")).toMatchObject([{ name: expect.not.stringContaining("저온 압착") }]);
  expect(await database.submission.findUniqueOrThrow({ where: { id: submissionId } })).toEqual(judged);
  const lines = await database.auditLine.findMany({ where: { action: "want-version", versionAfter: versionId } });
  expect(lines).toHaveLength(1);
  // What is sent does not change any more behind its back, and the live figures go on counting it.
  await standing.save(() => ({ name: "또 다른 이름" }));
  await standing.update("naver");
  expect(shown("naver")).toMatchObject([{ name: "저온 압착 참기름" }]);
  const progress = await database.progress.findUniqueOrThrow({
    where: { id_kind: { id: submissionId, kind: "publishing" } },
  });
  const settled = await database.listing.count({ where: { state: "live" } });
  expect(progress.done).toBe(settled);
});

test("a price that a mall refused and its merchant lowers goes there by itself, and a mall that says no again is not asked without end", async () => {
  const { database, idOf, listing, shown, context, ...standing } = await stage();
  await database.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  const jobs = () => database.$queryRaw<{ task: string }[]>`
    SELECT task_identifier AS "task" FROM graphile_worker.jobs WHERE key = ${`listing:${idOf("coupang")}`}`;
  const refusing: MallConnection = {
    ...(context.malls.coupang as MallConnection),
    publish: async () => ({ outcome: "refused", issues: [issue("mall.price_refused", { mall: "coupang" })] }),
  };
  const refuse = () =>
    publishListing({ ...context, malls: { ...context.malls, coupang: refusing } }, { listingId: idOf("coupang") });
  await refuse();
  const { price } = await database.productVersion.findFirstOrThrow();
  await standing.save(() => ({ price: price - 1_000 }));
  expect(await listing("coupang")).toMatchObject({ state: "waiting", issues: [] });
  expect(await jobs()).toEqual([{ task: "publish-listing" }]);

  await database.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await refuse();
  expect(await listing("coupang")).toMatchObject({ state: "refused" });
  expect(await jobs()).toEqual([]);
  await standing.save(() => ({ price: price - 2_000 }));
  await standing.untilLive("coupang");
  expect(shown("coupang")).toMatchObject([{ price: price - 2_000 }]);
});
