import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { MallConnection } from "#app/channels/contract.ts";
import { gachiSapsida } from "#app/channels/gachi-sapsida/index.ts";
import { findPackage } from "#app/domain/hand-over/find-package.ts";
import { countHandOvers, listHandOvers } from "#app/domain/hand-over/list-hand-overs.ts";
import { recordDecision, recordDecisionInput } from "#app/domain/hand-over/record-decision.ts";
import { beginSending } from "#app/domain/listing/begin-sending.ts";
import { beginWithdrawal } from "#app/domain/listing/begin-withdrawal.ts";
import { recordLookUp, recordPublishAnswer, recordWithdrawal } from "#app/domain/listing/record-answer.ts";
import { retryListing } from "#app/domain/listing/retry-listing.ts";
import { withdrawListing } from "#app/domain/listing/withdraw-listing.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import type { BlobKey, BlobStore } from "#app/services/blobs/blob-store.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import type { Database } from "#app/services/database/database.ts";
import { testDatabase } from "#tests/database.ts";
import { readyOrder } from "#tests/malls/ready-product.ts";
import { storedDesk } from "#workers/stored-desk.ts";
import { content, openSeason, submit, twoMalls } from "./season-setup.ts";

const followUp = { nextSeconds: 600, settleSeconds: 60 };
let folder: string;
let blobs: BlobStore;
let database: Database;
let office: { kind: "person"; accountId: string; role: "office" };
let listingId: string;
let reference: string;
let connection: MallConnection;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hand-over-"));
  blobs = await openLocalBlobs(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  ({ client: database } = await testDatabase({ untilTestEnds: true }));
  const season = await openSeason(database);
  const person = await database.account.create({ data: { role: "office", name: "정사무", email: "o@example.com" } });
  office = { kind: "person", accountId: person.id, role: "office" };
  const [submissionId = ""] = await submit(database, season, [content("A-1")]);
  await selectSubmission(database, season.curator, { submissionId }, twoMalls);
  const listing = await database.listing.findFirstOrThrow({ where: { channelKey: "gachi-sapsida" } });
  ({ id: listingId, reference } = listing);
  connection = gachiSapsida.connectAtDesk(storedDesk(database, blobs));
});

const listing = () => database.listing.findUniqueOrThrow({ where: { id: listingId } });
const nextJob = async () => {
  const jobs = await database.$queryRaw<{ task: string }[]>`
    SELECT task_identifier AS task FROM graphile_worker.jobs WHERE key = ${`listing:${listingId}`} AND run_at <= now()`;
  return jobs.map(({ task }) => task).join();
};

async function publish(price = 18_000): Promise<void> {
  const { wantedVersionId: versionId } = await listing();
  expect(await beginSending(database, { listingId, versionId })).toBe(true);
  const order = await readyOrder();
  const answer = await connection.publish({ ...order, reference, product: { ...order.product, price } });
  await recordPublishAnswer(database, { listingId, answer, followUp });
}

async function follow(): Promise<string> {
  const answer = await connection.lookUp(reference, null);
  await recordLookUp(database, { listingId, answer, followUp });
  return (await listing()).state;
}

const decide = (said: { decision: "reviewed" | "published" | "returned" | "withdrawn"; [word: string]: string }) =>
  recordDecision(database, office, recordDecisionInput.parse({ reference, ...said }));

test("a package is handed over, reviewed and published, and the listing is live with its page", async () => {
  await publish();
  expect(await listing()).toMatchObject({ state: "in_review", remoteId: reference });
  expect(await nextJob()).toBe("");
  expect(await listHandOvers(database, "open")).toMatchObject([
    {
      reference,
      state: "received",
      productName: "나무 도마 A-1",
      storeName: "공방",
      possible: ["reviewed", "published", "returned"],
    },
  ]);
  const found = await findPackage(database, reference);
  expect(found?.fileName).toBe(`${reference}.zip`);
  expect((await blobs.get(found?.packageBlob as BlobKey)).subarray(0, 2).toString()).toBe("PK");

  expect(await decide({ decision: "reviewed" })).toMatchObject({ ok: true });
  expect(await nextJob()).toBe("follow-listing");
  expect(await follow()).toBe("in_review");
  expect(await decide({ decision: "published", pageUrl: "https://valuebuy.example/goods/1" })).toMatchObject({
    ok: true,
  });
  expect(await nextJob()).toBe("follow-listing");
  expect(await follow()).toBe("live");
  expect(await listing()).toMatchObject({ pageUrl: "https://valuebuy.example/goods/1" });
  expect(await countHandOvers(database)).toEqual({ open: 0, published: 1, closed: 0 });
  const lines = await database.auditLine.findMany({ where: { subjectKind: "hand_over" }, orderBy: { id: "asc" } });
  expect(lines.map(({ action, actorId }) => [action, actorId])).toEqual([
    ["deliver-package", null],
    ["record-decision", office.accountId],
    ["record-decision", office.accountId],
  ]);
});

test("a returned package refuses the listing in the operator's words, and sent again it waits anew", async () => {
  await publish();
  await decide({ decision: "returned", reasons: "사진이 어두워요\n\n  소비기한이 없어요  " });
  expect(await follow()).toBe("refused");
  const { issues } = await listing();
  expect(issues).toMatchObject([
    { code: "mall.returned_by_operator", raw: "사진이 어두워요" },
    { code: "mall.returned_by_operator", raw: "소비기한이 없어요" },
  ]);
  expect(await retryListing(database, office, { listingId })).toMatchObject({ ok: true });
  await publish();
  expect(await follow()).toBe("in_review");
  expect(await listHandOvers(database, "open")).toMatchObject([{ state: "received", reasons: [] }]);
});

test("the same package again does not undo the operator's work; a changed one begins anew", async () => {
  const order = { ...(await readyOrder()), reference };
  await connection.publish(order);
  await decide({ decision: "reviewed" });
  await connection.publish(order);
  expect(await listHandOvers(database, "open")).toMatchObject([{ state: "reviewed" }]);
  await connection.publish({ ...order, product: { ...order.product, price: 20_000 } });
  expect(await listHandOvers(database, "open")).toMatchObject([{ state: "received" }]);
  expect(await database.handOver.count()).toBe(1);
});

test("taking down is asked of the operator and believed when it is recorded", async () => {
  await publish();
  await decide({ decision: "published", pageUrl: "https://valuebuy.example/goods/1" });
  await follow();
  await withdrawListing(database, office, { listingId });
  await beginWithdrawal(database, listingId);
  const asked = await connection.withdraw(reference, null);
  expect(asked).toMatchObject({ outcome: "unsure", reason: { code: "mall.withdrawal_pending" } });
  await recordWithdrawal(database, { listingId, answer: asked });
  expect(await listHandOvers(database, "open")).toMatchObject([{ state: "withdrawal_asked", possible: ["withdrawn"] }]);

  await decide({ decision: "withdrawn" });
  expect(await nextJob()).toBe("withdraw-listing");
  await recordWithdrawal(database, { listingId, answer: await connection.withdraw(reference, null) });
  expect(await listing()).toMatchObject({ state: "withdrawn" });
});

test("only what the state allows can be recorded, and not without what it needs", async () => {
  const refusal = (code: string) => ({ ok: false, issues: [{ code }] });
  expect(await decide({ decision: "reviewed" })).toMatchObject(refusal("hand_over.not_possible"));
  await publish();
  expect(await decide({ decision: "withdrawn" })).toMatchObject(refusal("hand_over.not_possible"));
  expect(await decide({ decision: "published", pageUrl: "javascript:alert(1)" })).toMatchObject(
    refusal("hand_over.page_needed"),
  );
  expect(await decide({ decision: "returned", reasons: " \n " })).toMatchObject(refusal("hand_over.reasons_needed"));
  expect(await follow()).toBe("in_review");
  await decide({ decision: "returned", reasons: "사진이 어두워요" });
  expect(await decide({ decision: "published", pageUrl: "https://valuebuy.example/goods/1" })).toMatchObject(
    refusal("hand_over.not_possible"),
  );
  expect(await connection.withdraw(reference, null)).toEqual({ outcome: "withdrawn" });
  expect(await connection.lookUp("BS-NOWHERE", null)).toEqual({ outcome: "absent" });
});
