import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { gachiSapsidaSpec } from "#app/channels/gachi-sapsida/spec.ts";
import { editsRecipe, noEdits, unedited } from "#app/domain/picture/photo-edits.ts";
import { renditionAddress } from "#app/domain/picture/rendition.ts";
import { arrivalSet, mainWebSet, webSet } from "#app/domain/picture/web-set.ts";
import { loadProductFacts } from "#app/domain/product/load-product-facts.ts";
import { originalKey, renditionKey, sha256Of, uploadKey } from "#app/services/blobs/blob-store.ts";
import { scene } from "#tests/unit/made-pictures.ts";
import type { WorkerContext } from "#workers/context.ts";
import { ensureRenditions } from "#workers/images/ensure-renditions.ts";
import { listingPictures } from "#workers/images/listing-pictures.ts";
import { pruneRenditions } from "#workers/images/prune-renditions.ts";
import { rebuildRenditions } from "#workers/images/rebuild-renditions.ts";
import { takePhoto } from "#workers/intake/take-photo.ts";
import { content, openSeason, save } from "../season-setup.ts";
import { pictureHouse, pictureWorker } from "./picture-worker.ts";

// Each renders some megapixels in full: a second, and many on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

/** A product with one photo, its web pictures made, and a picture from a spec that nobody has any more. */
async function houseWithPhoto() {
  const worker = pictureWorker(await pictureHouse());
  const { database } = worker;
  const bytes = await scene(1500, 1200, 9).jpeg().toBuffer();
  const taken = await takePhoto(worker, "photo.jpg", async () => bytes);
  if (!taken.ok) throw new Error(taken.issue.code);
  const { sha256 } = taken.original;
  await save(database, await openSeason(database), [
    content("A", { photos: [{ ...taken.original, fileName: "a.jpg" }] }),
  ]);
  await ensureRenditions(
    worker,
    mainWebSet.map((spec) => ({ ...unedited(sha256), spec })),
  );
  const former = { ...unedited(sha256), spec: { ...webSet[0], key: "former", size: 200 } as (typeof webSet)[number] };
  await ensureRenditions(worker, [former]);
  const addressOf = (spec: (typeof webSet)[number]) => renditionAddress(sha256, spec);
  const yesterday = () =>
    database.$executeRaw`UPDATE rendition SET created_at = created_at - interval '2 days' WHERE pinned_at IS NULL`;
  const has = (address: string) => worker.blobs.has(renditionKey(address));
  return { ...worker, sha256, addressOf, former: addressOf(former.spec), yesterday, has };
}

test("only what nothing shows and no mall was sent is pruned, and not on the day it was made", async () => {
  const house = await houseWithPhoto();
  const { database, former, has, addressOf } = house;
  expect(await pruneRenditions(house)).toEqual({ kept: mainWebSet.length + 1, pruned: 0, bytes: 0 });
  await house.yesterday();
  expect(await pruneRenditions(house)).toEqual({ kept: mainWebSet.length, pruned: 1, bytes: expect.any(Number) });
  expect(await has(former)).toBe(false);
  for (const spec of mainWebSet) expect(await has(addressOf(spec))).toBe(true);
  expect(await house.blobs.has(originalKey(house.sha256))).toBe(true);
  expect(await database.rendition.count({ where: { address: former } })).toBe(0);
});

test("pictures of a photo that was edited in a product still being entered stay", async () => {
  const house = await houseWithPhoto();
  const { database, sha256, has } = house;
  const [{ id: storeId }, { id: accountId }] = await Promise.all([
    database.store.findFirstOrThrow(),
    database.account.findFirstOrThrow(),
  ]);
  const edits = { ...noEdits, turn: 90 as const };
  const file = { id: randomUUID(), position: 0, fileName: "a.jpg", blob: uploadKey(sha256) };
  const photo = { ...file, sha256, edits: editsRecipe(edits) };
  const draft = await database.productDraft.create({ data: { storeId, accountId, photos: { create: photo } } });
  await ensureRenditions(
    house,
    arrivalSet.map((spec) => ({ sha256, edits, spec })),
  );
  const edited = arrivalSet.map((spec) => renditionAddress(sha256, spec, edits));
  await house.yesterday();
  await pruneRenditions(house);
  for (const address of edited) expect(await has(address)).toBe(true);
  await database.productDraft.delete({ where: { id: draft.id } });
  await pruneRenditions(house);
  for (const address of edited) expect(await has(address)).toBe(false);
});

test("a picture that becomes wanted while leftovers are removed stays", async () => {
  const house = await houseWithPhoto();
  const { database, sha256, claims, has } = house;
  const edits = { ...noEdits, turn: 90 as const };
  await ensureRenditions(
    house,
    webSet.map((spec) => ({ sha256, edits, spec })),
  );
  const turned = webSet.map((spec) => renditionAddress(sha256, spec, edits));
  await house.yesterday();
  const pruned = await pruneRenditions({
    ...house,
    claims: {
      ...claims,
      // It was no longer wanted when the leftovers were counted.
      holding: async (name, work) => {
        await database.productPhoto.updateMany({ where: { sha256 }, data: { edits: editsRecipe(edits) } });
        return claims.holding(name, work);
      },
    },
  });
  expect(pruned).toMatchObject({ pruned: 1 });
  for (const address of turned) {
    expect(await has(address)).toBe(true);
    expect(await database.rendition.count({ where: { address } })).toBe(1);
  }
  expect(await has(house.former)).toBe(false);
});

test("a pinned picture is never pruned and the database lets nobody change it", async () => {
  const house = await houseWithPhoto();
  const { database, former, has } = house;
  await house.yesterday();
  await database.rendition.update({ where: { address: former }, data: { pinnedAt: new Date() } });
  expect(await pruneRenditions(house)).toMatchObject({ pruned: 0 });
  expect(await has(former)).toBe(true);
  await expect(database.rendition.delete({ where: { address: former } })).rejects.toThrow();
  await expect(
    database.rendition.update({ where: { address: former }, data: { sha256: "0".repeat(64) } }),
  ).rejects.toThrow();
});

test("a rebuild makes what is missing and what has lost its bytes, and nothing twice", async () => {
  const house = await houseWithPhoto();
  const { database, blobs, has, addressOf } = house;
  const [small, middle, large] = webSet.map(addressOf) as [string, string, string];
  // A row that is gone, bytes that are gone, and a pinned picture whose bytes are gone.
  await database.rendition.delete({ where: { address: large } });
  await blobs.remove(renditionKey(small));
  const before = await database.rendition.update({ where: { address: middle }, data: { pinnedAt: new Date() } });
  await blobs.remove(renditionKey(middle));

  expect(await rebuildRenditions(house)).toEqual({ wanted: mainWebSet.length, made: 3, lost: [], failed: [] });
  for (const address of [small, middle, large]) expect(await has(address)).toBe(true);
  expect(sha256Of(await blobs.get(renditionKey(middle)))).toBe(before.sha256);
  house.rendered.splice(0);
  expect(await rebuildRenditions(house)).toMatchObject({ made: 0 });
  expect(house.rendered).toEqual([]);
});

test("other bytes never take a pinned picture's place", async () => {
  const house = await houseWithPhoto();
  const { database, blobs, has, former, sha256 } = house;
  const [spec] = arrivalSet;
  const address = renditionAddress(sha256, spec as (typeof arrivalSet)[number]);
  // As if an older program had made it.
  await database.rendition.update({ where: { address }, data: { sha256: "0".repeat(64), pinnedAt: new Date() } });
  await blobs.remove(renditionKey(address));
  expect(await rebuildRenditions(house)).toMatchObject({ made: 0, lost: [address] });
  expect(await has(address)).toBe(false);
  expect(await has(former)).toBe(true);
  await expect(blobs.remove(originalKey(sha256))).rejects.toThrow(TypeError);
});

/** A product that a mall with drawn pages wants live, all its pictures made, sent and pinned. */
async function houseWithPage() {
  const house = await houseWithPhoto();
  const { database } = house;
  const { id: wantedVersionId, productId } = await database.productVersion.findFirstOrThrow();
  const wanted = { productId, wantedVersionId, channelKey: "gachi-sapsida" };
  await database.listing.create({ data: { ...wanted, reference: "BX26-DRAWN-0001" } });
  const send = async () => {
    const product = (await loadProductFacts(database, [wantedVersionId])).get(wantedVersionId);
    if (!product) throw new Error("There is no product");
    const context = { ...house, publicUrl: "https://baekseon.example" } as unknown as WorkerContext;
    return listingPictures(context, product, gachiSapsidaSpec);
  };
  return { ...house, send, rename: (name: string) => database.store.updateMany({ data: { name } }) };
}

test("a page is sent with its main picture, and the photos that are drawn into it are not pinned by themselves", async () => {
  const { database, send, sha256 } = await houseWithPage();
  const { pictures, detail, issues } = await send();
  expect(issues).toEqual([]);
  const pinned = await database.rendition.findMany({ where: { pinnedAt: { not: null } }, select: { address: true } });
  const sent = [...pictures, ...detail.pictures].map(({ address }) => address);
  expect(pinned.map(({ address }) => address).sort()).toEqual(sent.sort());
  const drawnIn = renditionAddress(sha256, gachiSapsidaSpec.detail.photo);
  expect(await database.rendition.findUnique({ where: { address: drawnIn } })).toMatchObject({ pinnedAt: null });
});

test("a sent page that lost its bytes gets the same again; one that cannot be drawn any more is told of", async () => {
  const house = await houseWithPage();
  const { blobs, send, rename } = house;
  const { detail } = await send();
  const keys = detail.pictures.map(({ address }) => renditionKey(address));
  const before = await Promise.all(keys.map(async (key) => sha256Of(await blobs.get(key))));
  for (const key of keys) await blobs.remove(key);
  expect(await rebuildRenditions(house)).toMatchObject({ made: keys.length, lost: [], failed: [] });
  expect(await Promise.all(keys.map(async (key) => sha256Of(await blobs.get(key))))).toEqual(before);

  await rename("새 이름 공방");
  for (const key of keys) await blobs.remove(key);
  expect(await rebuildRenditions(house)).toMatchObject({ lost: detail.pictures.map(({ address }) => address) });
  for (const key of keys) expect(await blobs.has(key)).toBe(false);
});

test("a page that was drawn and never sent is pruned once nothing wants it; a sent one stays", async () => {
  const house = await houseWithPage();
  const { database, has, send, rename } = house;
  const { detail: sent } = await send();
  await rename("새 이름 공방");
  const { detail: next } = await send();
  const [one = "", other = ""] = [sent, next].map(({ pictures }) => pictures[0]?.address);
  // As if its sender had died before it was pinned.
  await database.$executeRaw`ALTER TABLE rendition DISABLE TRIGGER USER`;
  await database.rendition.updateMany({
    where: { address: { in: next.pictures.map(({ address }) => address) } },
    data: { pinnedAt: null },
  });
  await database.$executeRaw`ALTER TABLE rendition ENABLE TRIGGER USER`;
  await house.yesterday();
  await database.$executeRaw`UPDATE detail_page SET created_at = created_at - interval '2 days'`;

  await pruneRenditions(house);
  expect([await has(one), await has(other)]).toEqual([true, true]);
  await rename("또 다른 공방");
  const { pruned } = await pruneRenditions(house);
  expect(pruned).toBe(next.pictures.length);
  expect([await has(one), await has(other)]).toEqual([true, false]);
  expect(await database.detailPage.count()).toBe(1);
  expect(await rebuildRenditions(house)).toMatchObject({ lost: [], failed: [] });
});
