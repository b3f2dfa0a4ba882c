import { expect, test } from "vitest";
import { malls } from "#app/channels/registry.ts";
import { unedited } from "#app/domain/picture/photo-edits.ts";
import { renditionAddress } from "#app/domain/picture/rendition.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { scene } from "#tests/unit/made-pictures.ts";
import type { WorkerContext } from "#workers/context.ts";
import { planPictures } from "#workers/images/picture-plan.ts";
import { takePhoto } from "#workers/intake/take-photo.ts";
import { drawPage } from "#workers/tasks/draw-page.ts";
import { renderVersion } from "#workers/tasks/render-version.ts";
import { content, openSeason, submit, twoMalls } from "../season-setup.ts";
import { pictureHouse, pictureWorker } from "./picture-worker.ts";

test("a product goes to its malls the moment its last picture exists, where a page is drawn by way of that, and not before", async () => {
  const worker = pictureWorker(await pictureHouse());
  const { database } = worker;
  const season = await openSeason(database);
  const photos: { sha256: string; fileName: string }[] = [];
  for (const seed of [1, 2]) {
    const bytes = await scene(1300, 1000, seed).jpeg().toBuffer();
    const taken = await takePhoto(worker, `${seed}.jpg`, async () => bytes);
    if (!taken.ok) throw new Error(taken.issue.code);
    photos.push({ sha256: taken.original.sha256, fileName: `${seed}.jpg` });
  }
  const [submissionId = ""] = await submit(database, season, [content("A-1", { photos })]);
  await selectSubmission(database, season.curator, { submissionId }, twoMalls);
  const { wantedVersionId: versionId } = await database.listing.findFirstOrThrow();
  await database.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  const due = (task: string) =>
    database.$queryRaw<{ key: string }[]>`
      SELECT key FROM graphile_worker.jobs WHERE task_identifier = ${task} AND run_at <= now()`;
  const wanted = planPictures(
    photos.map(({ sha256 }) => unedited(sha256)),
    twoMalls.map(({ key }) => malls[key as keyof typeof malls].spec),
  ).map(({ sha256, spec, edits }) => renditionAddress(sha256, spec, edits));
  const made = () => database.rendition.count({ where: { address: { in: wanted } } });

  // The last photo's pictures wait for us.
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let begun = 0;
  const slow = {
    ...worker.renderPool,
    async render(...order: Parameters<typeof worker.renderPool.render>) {
      begun += 1;
      if (begun === photos.length) await held;
      return worker.renderPool.render(...order);
    },
  };
  const running = renderVersion({ ...worker, renderPool: slow } as unknown as WorkerContext, { versionId });
  await expect.poll(made, { timeout: 30_000 }).toBeGreaterThan(wanted.length / 2);
  expect(await made()).toBeLessThan(wanted.length);
  for (const task of ["publish-listing", "draw-page"]) expect(await due(task)).toEqual([]);

  release();
  await running;
  expect(await made()).toBe(wanted.length);
  const listings = await database.listing.findMany({ select: { id: true, channelKey: true } });
  expect(listings).toHaveLength(twoMalls.length);
  const idAt = (mall: string) => listings.find(({ channelKey }) => channelKey === mall)?.id ?? "";
  expect(await due("publish-listing")).toEqual([{ key: `listing:${idAt("naver")}` }]);
  expect(await due("draw-page")).toEqual([{ key: `page:${idAt("gachi-sapsida")}` }]);
  await drawPage(worker as unknown as WorkerContext, { listingId: idAt("gachi-sapsida") });
  const keys = (await due("publish-listing")).map(({ key }) => key).sort();
  expect(keys).toEqual(listings.map(({ id }) => `listing:${id}`).sort());
}, 180_000);
