import { beforeEach, expect, test } from "vitest";
import type { Heard } from "#app/domain/listing/answers.ts";
import { beginSending } from "#app/domain/listing/begin-sending.ts";
import { recordLookUp, recordPublishAnswer } from "#app/domain/listing/record-answer.ts";
import { retryListing } from "#app/domain/listing/retry-listing.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import type { Database } from "#app/services/database/database.ts";
import type { Listing } from "#app/services/database/generated/client.ts";
import { testDatabase } from "#tests/database.ts";
import { content, type OpenSeason, openSeason, submit, twoMalls } from "./season-setup.ts";

const followUp = { nextSeconds: 60, settleSeconds: 60 };
const taken: Heard = { state: "live", remoteId: "1700000000001", pageUrl: null, issues: [] };
let database: Database;
let season: OpenSeason;
let holder: Listing;
let late: Listing;

/** Two products are being sent to one mall, and the first has its number. */
beforeEach(async () => {
  ({ client: database } = await testDatabase({ untilTestEnds: true }));
  season = await openSeason(database);
  for (const submissionId of await submit(database, season, [content("A-1"), content("A-2")])) {
    await selectSubmission(database, season.curator, { submissionId }, twoMalls);
  }
  const [first, second] = await database.listing.findMany({ where: { channelKey: "naver" } });
  if (!first || !second) throw new Error("Both products were selected");
  [holder, late] = [first, second];
  for (const { id, wantedVersionId } of [holder, late]) {
    await beginSending(database, { listingId: id, versionId: wantedVersionId });
  }
  await recordPublishAnswer(database, {
    listingId: holder.id,
    answer: { outcome: "accepted", heard: taken },
    followUp,
  });
  await database.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});

const found = (id: string) => database.listing.findUniqueOrThrow({ where: { id } });
const jobs = () => database.$queryRaw<{ task: string }[]>`SELECT task_identifier AS task FROM graphile_worker.jobs`;

test("a number that another product has at the mall fails the listing and says whose it is", async () => {
  const answer = { outcome: "accepted", heard: taken } as const;
  await recordPublishAnswer(database, { listingId: late.id, answer, followUp });
  const params = { number: "1700000000001", reference: holder.reference };
  expect(await found(late.id)).toMatchObject({
    state: "failed",
    heardState: "live",
    remoteId: null,
    issues: [{ code: "mall.number_taken", path: { mall: "naver" }, params }],
  });
  expect(await found(holder.id)).toMatchObject({ state: "live", remoteId: "1700000000001", issues: [] });
  expect(await jobs()).toEqual([]);
});

test("trying it again looks our reference up, and the same answer fails it again", async () => {
  const answer = { outcome: "accepted", heard: taken } as const;
  await recordPublishAnswer(database, { listingId: late.id, answer, followUp });
  const office = await database.account.create({ data: { role: "office", name: "정사무", email: "o@example.com" } });
  const actor = { kind: "person", accountId: office.id, role: "office" } as const;
  expect(await retryListing(database, actor, { listingId: late.id })).toMatchObject({ result: { to: "unknown" } });
  expect(await jobs()).toEqual([{ task: "follow-listing" }]);
  await recordLookUp(database, { listingId: late.id, answer: { outcome: "found", heard: taken }, followUp });
  expect(await found(late.id)).toMatchObject({ state: "failed", issues: [{ code: "mall.number_taken" }] });

  await retryListing(database, actor, { listingId: late.id });
  const own = { ...taken, remoteId: "1700000000002" };
  await recordLookUp(database, { listingId: late.id, answer: { outcome: "found", heard: own }, followUp });
  expect(await found(late.id)).toMatchObject({ state: "live", remoteId: "1700000000002", issues: [] });
});

test("its own number again, and the same number at another mall, are nobody else's", async () => {
  const answer = { outcome: "found", heard: taken } as const;
  await recordLookUp(database, { listingId: holder.id, answer, followUp });
  expect(await found(holder.id)).toMatchObject({ state: "live", issues: [] });
  const elsewhere = await database.listing.findFirstOrThrow({ where: { channelKey: "gachi-sapsida" } });
  await beginSending(database, { listingId: elsewhere.id, versionId: elsewhere.wantedVersionId });
  await recordLookUp(database, { listingId: elsewhere.id, answer, followUp });
  expect(await found(elsewhere.id)).toMatchObject({ state: "live", remoteId: "1700000000001" });
});
