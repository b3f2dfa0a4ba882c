import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { expect, test, vi } from "vitest";
import { sharedImage } from "#app/creator/page-card.ts";
import { loadWebPictures } from "#app/domain/picture/load-web-pictures.ts";
import { noEdits, unedited } from "#app/domain/picture/photo-edits.ts";
import { renditionKey } from "#app/services/blobs/blob-store.ts";
import { quarters, red } from "#tests/unit/made-pictures.ts";
import { ensureRenditions } from "#workers/images/ensure-renditions.ts";
import { planPictures } from "#workers/images/picture-plan.ts";
import { takePhoto } from "#workers/intake/take-photo.ts";
import { pictureHouse, pictureWorker } from "./picture-worker.ts";

// Each renders some megapixels in full: a second, and many on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

async function takenPhoto(worker: ReturnType<typeof pictureWorker>, width: number) {
  const bytes = await quarters(width, 1200, [red, red, red, red]).png().toBuffer();
  const taken = await takePhoto(worker, `${randomUUID()}.png`, async () => bytes);
  if (!taken.ok) throw new Error(taken.issue.code);
  return taken.original.sha256;
}

test("the first of a product's photos has a card for those who share it, stored and served like any picture", async () => {
  const worker = pictureWorker(await pictureHouse());
  const { database, blobs } = worker;
  const photos = [unedited(await takenPhoto(worker, 1600)), unedited(await takenPhoto(worker, 1601))];
  // Until it is made, what there is stands for it.
  const early = await loadWebPictures(database, photos);
  expect(early(photos[0] ?? null)?.card.width).toBe(640);

  await ensureRenditions(worker, planPictures(photos, []));
  const pictureOf = await loadWebPictures(database, photos);
  const [first, second] = photos.map((photo) => pictureOf(photo));
  expect(first?.card).toMatchObject({ width: 1200, height: 630 });
  expect(second?.card).toMatchObject({ path: second?.jpeg, width: 640 });
  const address = /^\/renditions\/([0-9a-f]{64})\.jpg$/.exec(first?.card.path ?? "")?.[1] ?? "";
  const stored = await blobs.get(renditionKey(address));
  expect(await sharp(stored).metadata()).toMatchObject({ width: 1200, height: 630, format: "jpeg" });
  expect(sharedImage("https://baekseon.example", first, "된장")).toEqual({
    address: `https://baekseon.example/renditions/${address}.jpg`,
    width: 1200,
    height: 630,
    alt: "된장",
  });
});

test("what a photo looks like is kept with it, and turned with it", async () => {
  const worker = pictureWorker(await pictureHouse());
  const sha256 = await takenPhoto(worker, 1600);
  const row = await worker.database.original.findUniqueOrThrow({ where: { sha256 } });
  expect(row.placeholder?.length).toBeGreaterThan(4);
  const turned = { sha256, edits: { ...noEdits, turn: 90 as const } };
  await ensureRenditions(worker, planPictures([turned], []));
  const pictureOf = await loadWebPictures(worker.database, [unedited(sha256), turned]);
  const [upright, lying] = [pictureOf(unedited(sha256)), pictureOf(turned)].map((one) => one?.placeholder ?? "");
  expect(upright).toMatch(/^data:image\/png;base64,/);
  expect(lying).toMatch(/^data:image\/png;base64,/);
  expect(lying).not.toBe(upright);
  // What came before it was kept has none, and is shown all the same.
  await worker.database.original.update({ where: { sha256 }, data: { placeholder: null } });
  expect((await loadWebPictures(worker.database, [turned]))(turned)).toMatchObject({ placeholder: null });
});
