import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { expect, onTestFinished, test } from "vitest";
import { gachiSapsidaSpec } from "#app/channels/gachi-sapsida/spec.ts";
import { naverSpec } from "#app/channels/naver/spec.ts";
import { eraseDrawn } from "#app/domain/closing/erase-photos.ts";
import { renditionKey, sha256Of } from "#app/services/blobs/blob-store.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import { testDatabase } from "#tests/database.ts";
import { readyProduct } from "#tests/malls/ready-product.ts";
import { openClaims } from "#workers/claims.ts";
import { ensureDetailPage } from "#workers/images/detail-page/ensure-detail-page.ts";
import { listingPictures } from "#workers/images/listing-pictures.ts";
import { createRenderPool } from "#workers/images/render-pool.ts";

test("a page is drawn once in a child, kept with its bytes, and drawn anew when a word changes", async () => {
  const { client: database, url } = await testDatabase({ untilTestEnds: true });
  const folder = await mkdtemp(join(tmpdir(), "detail-page-"));
  const blobs = await openLocalBlobs(folder);
  const renderPool = createRenderPool({ size: 1 });
  const workers = Array.from({ length: 10 }, () => openClaims(url));
  onTestFinished(async () => {
    for (const claims of workers) await claims.close();
    await renderPool.close();
    await rm(folder, { recursive: true });
  });
  const photo = await sharp({ create: { width: 860, height: 400, channels: 3, background: "#0f5c4d" } })
    .jpeg()
    .toBuffer();
  const address = sha256Of(photo);
  await blobs.putAt(renditionKey(address), photo);

  let drawings = 0;
  const counted = {
    ...renderPool,
    drawPage: (order: Parameters<typeof renderPool.drawPage>[0]) => {
      drawings += 1;
      return renderPool.drawPage(order);
    },
  };
  const draw = (name: string, worker = 0) => {
    const claims = workers[worker];
    if (!claims) throw new Error(`There is no worker ${worker}`);
    const context = { database, blobs, renderPool: counted, claims };
    return ensureDetailPage(context, readyProduct({ name }), naverSpec.detail, [address, null]);
  };

  const first = await draw("참기름");
  const again = await draw("참기름");
  expect(again).toEqual(first);
  expect(drawings).toBe(1);
  const racing = await Promise.all(workers.map((_, worker) => draw("들기름", worker)));
  for (const one of racing) expect(one).toEqual(racing[0]);
  expect(racing[0]).not.toEqual(first);
  expect(drawings).toBe(2);

  const slices = "slices" in first ? first.slices : [];
  expect(slices.length).toBeGreaterThan(0);
  for (const slice of slices) {
    const row = await database.rendition.findUniqueOrThrow({ where: { address: slice } });
    const bytes = await blobs.get(renditionKey(slice));
    expect(row).toMatchObject({ width: 860, mediaType: "image/jpeg", originalSha256: null, sha256: sha256Of(bytes) });
  }
}, 180_000);

test("a page that an erasure takes before it is pinned is drawn again, and never sent in part", async () => {
  const { client: database, url } = await testDatabase({ untilTestEnds: true });
  const folder = await mkdtemp(join(tmpdir(), "detail-page-"));
  const blobs = await openLocalBlobs(folder);
  const renderPool = createRenderPool({ size: 1 });
  const claims = openClaims(url);
  onTestFinished(async () => {
    await claims.close();
    await renderPool.close();
    await rm(folder, { recursive: true });
  });
  const erasing = database.$extends({
    query: {
      rendition: {
        async updateManyAndReturn({ args, query }) {
          await eraseDrawn(database, blobs);
          return query(args);
        },
      },
    },
  });
  const picturesWith = (one: unknown) =>
    listingPictures(
      { database: one, blobs, renderPool, claims, publicUrl: "https://baekseon.example" } as never,
      readyProduct({ photos: [] }),
      gachiSapsidaSpec,
    );
  await expect(picturesWith(erasing)).rejects.toThrow("pinned");
  expect([await database.detailPage.count(), await database.rendition.count()]).toEqual([0, 0]);
  const { detail } = await picturesWith(database);
  expect(detail.pictures.length).toBeGreaterThan(0);
  await eraseDrawn(database, blobs);
  expect(await database.rendition.count()).toBe(detail.pictures.length);
}, 180_000);
