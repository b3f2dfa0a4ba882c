import { expect, test } from "vitest";
import { issue } from "#app/domain/issue/issue.ts";
import { recordLookUp, recordPublishAnswer } from "#app/domain/listing/record-answer.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { testDatabase } from "#tests/database.ts";
import { content, openSeason, submit, twoMalls } from "./season-setup.ts";

const followUp = { nextSeconds: 1, settleSeconds: 1 };

test("selection and every mall's verdict reach the merchant once", async () => {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database);
  await database.storeMember.create({ data: { storeId: season.storeId, accountId: season.merchant.accountId } });
  const [submissionId = ""] = await submit(database, season, [content("A")]);
  await selectSubmission(database, season.curator, { submissionId }, twoMalls);
  const told = async () =>
    (await database.outboxMessage.findMany({ orderBy: { createdAt: "asc" } })).map(({ template, recipient }) => [
      template,
      recipient,
    ]);
  expect(await told()).toEqual([["selected", "+821012345678"]]);

  const [naver, gachi] = await database.listing.findMany({ orderBy: { channelKey: "desc" } });
  for (const listing of [naver, gachi]) {
    await database.listing.update({ where: { id: listing?.id }, data: { state: "sending", attempts: 1 } });
  }
  const live = { state: "live" as const, remoteId: "1", pageUrl: null, issues: [] };
  await recordPublishAnswer(database, {
    listingId: naver?.id ?? "",
    followUp,
    answer: { outcome: "accepted", heard: live },
  });
  await recordLookUp(database, { listingId: naver?.id ?? "", followUp, answer: { outcome: "found", heard: live } });
  await recordPublishAnswer(database, {
    listingId: gachi?.id ?? "",
    followUp,
    answer: { outcome: "refused", issues: [issue("mall.refused")] },
  });
  expect((await told()).map(([template]) => template)).toEqual(["selected", "listing_live", "listing_refused"]);
});
