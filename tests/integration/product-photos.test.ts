import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AppLoadContext } from "@remix-run/node";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { editDraftPhoto } from "#app/domain/draft/edit-photo.ts";
import { findDraft } from "#app/domain/draft/find-draft.ts";
import { listDrafts } from "#app/domain/draft/list-drafts.ts";
import { noEdits } from "#app/domain/picture/photo-edits.ts";
import { changePhoto, findComingPhotos, removeComingPhoto } from "#app/domain/product/product-photos.ts";
import { action as takePhotos } from "#app/merchant/photos.ts";
import { action as editPhotos, loader as photosPage } from "#app/merchant/product-photos-edit.tsx";
import type { BlobStore } from "#app/services/blobs/blob-store.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import type { Database } from "#app/services/database/database.ts";
import { testDatabase } from "#tests/database.ts";
import { hostilePhotos } from "#tests/hostile-photos.ts";
import { type Claims, openClaims } from "#workers/claims.ts";
import { createRenderPool, type RenderPool } from "#workers/images/render-pool.ts";
import { takeDraftPhoto } from "#workers/tasks/take-draft-photo.ts";
import { madeHeic } from "../unit/made-heic.ts";
import { blue, green, plain, red, scene } from "../unit/made-pictures.ts";
import { addPhoto, content, type OpenSeason, openSeason, save, submit } from "./season-setup.ts";

let folder: string;
let blobs: BlobStore;
let renderPool: RenderPool;
let claims: Claims;
let database: Database;
let season: OpenSeason;
let productId: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "product-photos-"));
  blobs = await openLocalBlobs(folder);
  renderPool = createRenderPool({ size: 1 });
});

afterAll(async () => {
  await renderPool.close();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  const { client, url } = await testDatabase({ untilTestEnds: true });
  database = client;
  claims = openClaims(url);
  season = await openSeason(database);
  await save(database, season, [content("A")]);
  ({ id: productId } = await database.product.findFirstOrThrow());
  return () => claims.close();
});

interface Sent {
  photoId?: string;
  owner?: string;
  name?: string;
  storeId?: string;
  target?: Record<string, string>;
}

/** As the phone's queue sends it, or without an id of its own as a form does. */
async function send(
  bytes: Buffer,
  { photoId, owner, name = "참기름.jpg", storeId, target }: Sent = {},
): Promise<Response> {
  const body = new FormData();
  if (photoId) body.set("photo_id", photoId);
  if (owner) body.set("owner", owner);
  body.set("photos", new Blob([Uint8Array.from(bytes)]), name);
  const url = `http://localhost/merchant/photos?${new URLSearchParams(target ?? { product: productId })}`;
  const headers: HeadersInit = photoId ? { accept: "application/json" } : {};
  const request = new Request(url, { method: "POST", body, headers });
  return takePhotos({ params: {}, request, context: merchantContext(storeId) });
}

const merchantContext = (storeId = season.storeId) =>
  ({
    database,
    blobs,
    locale: "ko",
    account: { id: season.merchant.accountId, role: "merchant", name: "김상인", storeId },
  }) as unknown as AppLoadContext;

const codes = async (answer: Response) => ({
  status: answer.status,
  codes: ((await answer.json()) as { issues: { code: string }[] }).issues.map(({ code }) => code),
});
const taken = { status: 200, codes: [] };

/** What a worker does with a photo that was kept. */
const look = (photoId: string) => takeDraftPhoto({ database, blobs, renderPool, claims }, { photoId });
const own = () => ({ storeId: season.storeId, productId });

async function photosOf(number?: number) {
  const version = await database.productVersion.findFirstOrThrow({
    where: { productId, number },
    orderBy: { number: "desc" },
    include: { photos: { orderBy: { position: "asc" } } },
  });
  return version.photos.map(({ fileName }) => fileName);
}

const jpeg = (seed: number) => scene(900, 700, seed).jpeg().toBuffer();

test("a photo that the phone sends again, because it heard no answer, is one photo, also when it was taken away since", async () => {
  const [bytes, photoId] = [await jpeg(1), randomUUID()];
  expect(await codes(await send(bytes, { photoId }))).toEqual(taken);
  expect(await codes(await send(bytes, { photoId }))).toEqual(taken);
  expect(await findComingPhotos(database, own())).toMatchObject([{ id: photoId, state: "waiting", begun: false }]);
  await look(photoId);
  await look(photoId);
  expect(await findComingPhotos(database, own())).toEqual([]);
  expect(await photosOf()).toEqual(["참기름.jpg"]);
  expect(await codes(await send(bytes, { photoId }))).toEqual(taken);
  await look(photoId);
  expect(await photosOf()).toEqual(["참기름.jpg"]);

  const { sha256 } = await database.productPhoto.findFirstOrThrow();
  await changePhoto(database, season.merchant, { ...own(), what: "remove", sha256 });
  expect(await codes(await send(bytes, { photoId }))).toEqual(taken);
  await look(photoId);
  expect(await photosOf()).toEqual([]);
  // Chosen anew it is another photo, of which only the hash is looked at.
  const again = randomUUID();
  expect(await codes(await send(bytes, { photoId: again }))).toEqual(taken);
  await look(again);
  expect(await photosOf()).toEqual(["참기름.jpg"]);
  expect(await database.original.count()).toBe(1);
});

test("photos of a submitted product make one next version; what was submitted keeps its own", async () => {
  await submit(database, season, [content("A", { photos: [await addPhoto(database, "first.jpg")] })]);
  const sent = await Promise.all(
    [1, 2, 3].map(async (seed) => ({ photoId: randomUUID(), name: `${seed}.jpg`, bytes: await jpeg(seed) })),
  );
  for (const { bytes, ...photo } of sent) expect(await codes(await send(bytes, photo))).toEqual(taken);
  // Whichever is done first, they stand as they were chosen.
  for (const { photoId } of sent.toReversed()) await look(photoId);
  expect(await database.productVersion.count({ where: { productId } })).toBe(2);
  expect(await photosOf(1)).toEqual(["first.jpg"]);
  expect(await photosOf(2)).toEqual(["first.jpg", "1.jpg", "2.jpg", "3.jpg"]);
});

test("the page says at every step how a photo stands, and hints at once", async () => {
  const photoId = randomUUID();
  const page = async () => {
    const request = new Request(`http://localhost/merchant/products/${productId}/photos`);
    const { photos } = await photosPage({ params: { id: productId }, request, context: merchantContext() });
    return photos.map(({ id, state, begun, made, hints }) => ({
      ...{ id, state, begun, made, hints: hints.map(({ issue }) => issue.code) },
    }));
  };
  const heard = async () => (await database.progress.findFirstOrThrow({ where: { kind: "photos" } })).updatedAt;
  await send(await plain(900, 700, [8, 8, 8]).jpeg().toBuffer(), { photoId });
  expect(await page()).toEqual([{ id: photoId, state: "waiting", begun: false, made: false, hints: [] }]);
  const before = await heard();
  await look(photoId);
  expect((await heard()).getTime()).toBeGreaterThan(before.getTime());
  const { sha256 } = await database.productPhoto.findFirstOrThrow();
  const [shown, ...others] = await page();
  expect(others).toEqual([]);
  expect(shown).toMatchObject({ id: sha256, state: "ready", made: true });
  expect(shown?.hints).toContain("hint.photo_dark");
});

test("what cannot be used is told with its reason and taken away; the product and its other photos stay as they are", async () => {
  await send(await jpeg(1), { photoId: randomUUID(), name: "good.jpg" });
  const bad = await Promise.all(
    ["a PNG of 30,000² pixels in 100 kB", "a JPEG that claims 14,000² pixels and holds 64"].map(async (name) => {
      const photo = hostilePhotos.find((one) => one.name === name);
      if (!photo) throw new Error(`No hostile photo is ${name}`);
      return { photoId: randomUUID(), bytes: await photo.bytes(), refusedAs: photo.refusedAs };
    }),
  );
  for (const { bytes, photoId } of bad) await send(bytes, { photoId });
  const heic = randomUUID();
  await send(madeHeic({ tiles: ["red", "green", "blue", "yellow"], columns: 2 }), { photoId: heic, name: "IMG.HEIC" });
  for (const { id } of await database.draftPhoto.findMany()) await look(id);
  expect(await photosOf()).toEqual(["good.jpg", "IMG.HEIC"]);
  const coming = await findComingPhotos(database, own());
  expect(coming.map(({ issues }) => issues.map(({ code }) => code))).toEqual(bad.map(({ refusedAs }) => [refusedAs]));

  const request = () =>
    new Request("http://localhost/", { method: "POST", body: new URLSearchParams({ remove: bad[0]?.photoId ?? "" }) });
  const stranger = randomUUID();
  const remove = (storeId?: string) =>
    editPhotos({ params: { id: productId }, request: request(), context: merchantContext(storeId) });
  await expect(remove(stranger)).rejects.toEqual(expect.objectContaining({ status: 404 }));
  await removeComingPhoto(database, { storeId: stranger, productId }, bad[0]?.photoId ?? "");
  expect(await findComingPhotos(database, own())).toHaveLength(2);
  await expect(remove()).rejects.toEqual(expect.objectContaining({ status: 302 }));
  expect((await findComingPhotos(database, own())).map(({ id }) => id)).toEqual([bad[1]?.photoId]);
});

test("the very same file is told of at once, whether it is there or on its way; more than ten are not taken", async () => {
  const bytes = await jpeg(1);
  const first = randomUUID();
  await send(bytes, { photoId: first });
  const again = () => send(bytes, { photoId: randomUUID(), name: "또.jpg" });
  expect(await codes(await again())).toEqual({ status: 422, codes: ["photo.already_there"] });
  await look(first);
  expect(await codes(await again())).toEqual({ status: 422, codes: ["photo.already_there"] });
  const plainForm = await send(bytes, { name: "또.jpg" });
  expect([plainForm.status, plainForm.headers.get("location")]).toEqual([
    302,
    `/merchant/products/${productId}/photos?${new URLSearchParams({ refused: "photo.already_there", maximum: "", photo: "또.jpg" })}`,
  ]);

  const photos = await Promise.all(Array.from({ length: 9 }, (_, index) => addPhoto(database, `${index}.jpg`)));
  await save(database, season, [content("A", { photos })]);
  const tenth = randomUUID();
  const [green10, blue11] = await Promise.all([green, blue].map((colour) => plain(900, 700, colour).jpeg().toBuffer()));
  if (!green10 || !blue11) throw new Error("No photos");
  expect(await codes(await send(green10, { photoId: tenth }))).toEqual(taken);
  expect(await codes(await send(blue11, { photoId: randomUUID() }))).toEqual({
    ...{ status: 422, codes: ["draft.too_many_photos"] },
  });
  await look(tenth);
  // Full since, and yet the answer that was lost is given.
  expect(await codes(await send(green10, { photoId: tenth }))).toEqual(taken);
  expect(await photosOf()).toHaveLength(10);
});

test("nobody else's product takes a photo, and an id of another's photo is none", async () => {
  const bytes = await plain(900, 700, red).jpeg().toBuffer();
  const store = await database.store.findFirstOrThrow();
  const { id: stranger } = await database.store.create({
    data: { ...store, id: undefined, issues: [], slug: "other", businessNumber: "2208162517" },
  });
  const notFound = { status: 404, codes: ["product.not_found"] };
  expect(await codes(await send(bytes, { photoId: randomUUID(), storeId: stranger }))).toEqual(notFound);
  const target = { product: randomUUID() };
  expect(await codes(await send(bytes, { photoId: randomUUID(), target }))).toEqual(notFound);
  expect(await database.productDraft.count()).toBe(0);

  const photoId = randomUUID();
  await save(database, season, [content("B")]);
  const other = await database.product.findFirstOrThrow({ where: { sku: "B" } });
  await send(bytes, { photoId });
  expect(await codes(await send(bytes, { photoId, target: { product: other.id } }))).toEqual(notFound);
  const draft = { draft: randomUUID() };
  expect(await codes(await send(bytes, { photoId, target: draft }))).toEqual({
    ...{ status: 404, codes: ["draft.not_found"] },
  });
  const unknown: Record<string, string>[] = [{ product: "x" }, {}];
  for (const target of unknown) {
    expect((await send(bytes, { photoId: randomUUID(), target })).status).toBe(404);
  }
});

test("a page that is still open does not send its merchant's photos as somebody who logged in since", async () => {
  const bytes = await jpeg(1);
  const targets: Record<string, string>[] = [{ product: productId }, { draft: randomUUID() }];
  for (const target of targets) {
    const answer = await send(bytes, { photoId: randomUUID(), owner: season.curator.accountId, target });
    // Not one of ours: the phone keeps the photo and waits for its owner.
    expect([answer.status, answer.headers.get("content-type")]).toEqual([401, null]);
    expect((await send(bytes, { photoId: randomUUID(), owner: season.merchant.accountId, target })).status).toBe(200);
  }
  expect(await database.draftPhoto.count()).toBe(2);
});

test("photos on their way to a product are no unfinished product of their own", async () => {
  const photoId = randomUUID();
  await send(await jpeg(1), { photoId });
  expect(await listDrafts(database, season.storeId)).toEqual([]);
  const { draftId } = await database.draftPhoto.findFirstOrThrow();
  const ofDraft = { storeId: season.storeId, draftId };
  expect(await editDraftPhoto(database, season.merchant, { ...ofDraft, photoId, edits: noEdits })).toMatchObject({
    ...{ ok: false },
  });
  const found = await findDraft(database, { ...ofDraft, accountId: season.merchant.accountId });
  expect(found?.productId).toBe(productId);
});
