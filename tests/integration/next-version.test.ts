import { expect, test } from "vitest";
import { beginSending } from "#app/domain/listing/begin-sending.ts";
import { recordPublishAnswer } from "#app/domain/listing/record-answer.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { submitProducts } from "#app/domain/season/submit-products.ts";
import { testDatabase } from "#tests/database.ts";
import { content, openSeason, save, submit, twoMalls } from "./season-setup.ts";

const followUp = { nextSeconds: 60, settleSeconds: 60 };
const heard = { state: "live" as const, pageUrl: null, issues: [] };

test("a product that is chosen again with another version brings it to the malls that have it, in the same listing", async () => {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database);
  const [submissionId = ""] = await submit(database, season, [content("A")]);
  await selectSubmission(database, season.curator, { submissionId }, twoMalls);
  const [live, refused] = await database.listing.findMany({ orderBy: { channelKey: "desc" } });
  for (const { id: listingId, wantedVersionId: versionId } of [live, refused].flatMap((one) => one ?? [])) {
    await beginSending(database, { listingId, versionId });
    const answer =
      listingId === live?.id
        ? { outcome: "accepted" as const, heard: { ...heard, issues: [], remoteId: "1" } }
        : { outcome: "refused" as const, issues: [] };
    await recordPublishAnswer(database, { listingId, answer, followUp });
  }
  await database.season.update({ where: { id: season.seasonId }, data: { state: "closed" } });
  await database.$executeRaw`DELETE FROM graphile_worker._private_jobs`;

  await save(database, season, [content("A", { name: "참나무 도마" })]);
  const next = await database.season.create({ data: { year: 2027, name: "2027", state: "intake" } });
  const { id: productId } = await database.product.findFirstOrThrow();
  const { storeId, merchant } = season;
  await submitProducts(database, merchant, { seasonId: next.id, storeId, productIds: [productId] });
  const again = await database.submission.findFirstOrThrow({ where: { seasonId: next.id } });
  const selected = await selectSubmission(database, season.curator, { submissionId: again.id }, twoMalls);
  expect(selected).toMatchObject({ ok: true });

  const listings = await database.listing.findMany({ orderBy: { channelKey: "desc" } });
  expect(listings).toMatchObject([
    { id: live?.id, wantedVersionId: again.versionId, state: "live", outdated: true, remoteId: "1" },
    { id: refused?.id, wantedVersionId: again.versionId, state: "waiting" },
  ]);
  const jobs = await database.$queryRaw<{ task: string }[]>`
    SELECT task_identifier AS task FROM graphile_worker.jobs WHERE task_identifier NOT IN ('send-message', 'draw-season-card') ORDER BY 1`;
  expect(jobs.map(({ task }) => task)).toEqual(["render-version", "update-listing"]);
});
