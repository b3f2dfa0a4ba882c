import pino from "pino";
import { expect, test, vi } from "vitest";
import { loader as hundredPage } from "#app/creator/hundred.tsx";
import { eraseDrawn } from "#app/domain/closing/erase-photos.ts";
import { withdrawSubmission } from "#app/domain/season/withdraw-submission.ts";
import { closeStore } from "#app/domain/store/close-store.ts";
import { renditionKey } from "#app/services/blobs/blob-store.ts";
import type { Jobs } from "#app/services/queue/jobs.ts";
import { blue, type Colour, colourAt, difference, green, plain, red, yellow } from "#tests/unit/made-pictures.ts";
import { pruneRenditions } from "#workers/images/prune-renditions.ts";
import { rebuildRenditions } from "#workers/images/rebuild-renditions.ts";
import { takePhoto } from "#workers/intake/take-photo.ts";
import { drawSeasonCard } from "#workers/tasks/draw-season-card.ts";
import { advance, done, judgeAll, openRubricSeason, smallRules } from "../rubric-season.ts";
import { twoMalls } from "../season-setup.ts";
import { pictureHouse, pictureWorker } from "./picture-worker.ts";

vi.setConfig({ testTimeout: 120_000 });

const orange = [230, 130, 20] as const;
const colours: Colour[] = [red, green, blue, yellow, orange];

/** A season of four places about to be published, with a fifth product on reserve; each product's photo has a colour of its own. */
async function judgedSeason() {
  const house = { ...pictureWorker(await pictureHouse()), log: pino({ level: "silent" }) };
  const { database, blobs } = house;
  const photos = await Promise.all(
    colours.map(async (colour, index) => {
      const bytes = await plain(900, 700, colour).png().toBuffer();
      const taken = await takePhoto(house, `${index}.png`, async () => bytes);
      if (!taken.ok) throw new Error(taken.issue.code);
      return { ...taken.original, fileName: `${index}.png` };
    }),
  );
  const season = await openRubricSeason(database, {
    rules: smallRules({ places: 4 }),
    products: ["craft", "craft", "craft", "cooperative", "craft"],
    over: (index) => ({ photos: photos.slice(index, index + 1) }),
  });
  done(await advance(season, "judging"));
  await judgeAll(season, [5, 4, 4, 4, 3]);
  done(await advance(season, "frozen"));

  const jobs = () => database.$queryRaw<{ payload: Jobs["draw-season-card"]; later: boolean }[]>`
    SELECT payload, run_at > now() AS later FROM graphile_worker._private_jobs AS job
    JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id WHERE task.identifier = 'draw-season-card'`;
  /** Does what waits, and lets it go. */
  const work = async () => {
    for (const { payload } of await jobs()) await drawSeasonCard(house, payload);
    await database.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  };
  const shared = async () => {
    const answer = await hundredPage({
      request: new Request("http://shop.example/hundred/2026"),
      params: { year: "2026" },
      context: { database, config: { webUrl: "https://baekseon.example" }, locale: "ko", account: null },
    } as never);
    return answer.card.image;
  };
  const addressIn = (image: { address: string } | null) =>
    /^https:\/\/baekseon\.example\/renditions\/([0-9a-f]{64})\.jpg$/.exec(image?.address ?? "")?.[1] ?? "";
  /** Which products' photos are in the card, from the top left. */
  const seenIn = async (address: string) => {
    const card = await blobs.get(renditionKey(address));
    const seen = [0, 1, 2, 3].map(async (tile) => {
      const colour = await colourAt(card, (570 + 157 + 316 * (tile % 2)) / 1200, (157 + 316 * (tile >> 1)) / 630);
      return colours.findIndex((one) => difference(colour, one) < 16);
    });
    // The first of each store; the others, whose marks are alike, in any order.
    const [first, other, ...rest] = await Promise.all(seen);
    return [first, other, ...rest.sort()];
  };
  return { ...house, season, jobs, work, shared, addressIn, seenIn };
}

test("the published list gets a card of its own, and another when somebody leaves and the reserve moves up", async () => {
  const { database, season, jobs, work, shared, addressIn, seenIn } = await judgedSeason();
  expect(await jobs()).toEqual([]);
  done(await advance(season, "published"));
  expect(await jobs()).toEqual([{ payload: { seasonId: season.seasonId }, later: true }]);
  // Until it is drawn the page shows the first product's picture.
  expect(await shared()).toMatchObject({ alt: "나무 도마 R-000", width: 640 });

  await work();
  const card = await shared();
  expect(card).toMatchObject({ width: 1200, height: 630 });
  expect(card?.alt).toMatch(/2026 백선.*상품 4가지/);
  const first = addressIn(card);
  expect(await seenIn(first)).toEqual([0, 3, 1, 2]);
  const row = await database.rendition.findUniqueOrThrow({ where: { address: first } });
  expect(row).toMatchObject({ mediaType: "image/jpeg", originalSha256: null, pinnedAt: null });
  // Who finds it drawn needs nothing to draw with.
  await drawSeasonCard({ database } as never, { seasonId: season.seasonId });

  const submissionId = season.products[0]?.submissionId ?? "";
  done(await withdrawSubmission(database, season.office, { submissionId, reason: "팔지 않기로 했어요" }, twoMalls));
  expect(await jobs()).toHaveLength(1);
  // The former card shows who has left: it is not told of for a moment.
  expect(await shared()).toMatchObject({ alt: "나무 도마 R-004" });
  await work();
  const second = addressIn(await shared());
  expect(second).not.toBe(first);
  expect(await seenIn(second)).toEqual([4, 3, 1, 2]);
});

test("a store that leaves is gone from the card; former cards are pruned after a day, lost and erased ones drawn anew", async () => {
  const house = await judgedSeason();
  const { database, blobs, season, work, shared, addressIn, jobs } = house;
  done(await advance(season, "published"));
  await work();
  const first = addressIn(await shared());
  await database.listing.updateMany({ data: { wanted: "withdrawn" } });
  const storeId = season.products[3]?.storeId ?? "";
  done(await closeStore(database, season.office, { storeId }));
  await work();
  const second = addressIn(await shared());
  // Three are left, so that one of them stands alone.
  expect(await shared()).toMatchObject({ alt: expect.stringContaining("상품 3가지") });

  const has = async (address: string) => [
    (await database.rendition.count({ where: { address } })) > 0,
    await blobs.has(renditionKey(address)),
  ];
  await pruneRenditions(house);
  expect([await has(first), await has(second)].flat()).toEqual([true, true, true, true]);
  await database.$executeRaw`UPDATE rendition SET created_at = created_at - interval '2 days'`;
  await pruneRenditions(house);
  expect([await has(first), await has(second)].flat()).toEqual([false, false, true, true]);

  await blobs.remove(renditionKey(second));
  expect(await rebuildRenditions(house)).toMatchObject({ lost: [], failed: [] });
  expect(await has(second)).toEqual([true, true]);
  expect(await rebuildRenditions(house)).toMatchObject({ made: 0, lost: [], failed: [] });

  await eraseDrawn(database, blobs);
  expect(await has(second)).toEqual([false, false]);
  expect(await jobs()).toHaveLength(1);
  await work();
  expect(await has(second)).toEqual([true, true]);
});
