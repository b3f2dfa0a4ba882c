import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { expect, onTestFinished, test } from "vitest";
import { editDraftPhoto } from "#app/domain/draft/edit-photo.ts";
import { finishDraft } from "#app/domain/draft/finish-draft.ts";
import { loadWebPictures } from "#app/domain/picture/load-web-pictures.ts";
import { noEdits, type PhotoEdits } from "#app/domain/picture/photo-edits.ts";
import { loadProductFacts } from "#app/domain/product/load-product-facts.ts";
import { changePhoto, editProductPhoto } from "#app/domain/product/product-photos.ts";
import { renditionKey } from "#app/services/blobs/blob-store.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import type { Database } from "#app/services/database/database.ts";
import { testDatabase } from "#tests/database.ts";
import { openClaims } from "#workers/claims.ts";
import { createRenderPool } from "#workers/images/render-pool.ts";
import { takePhoto } from "#workers/intake/take-photo.ts";
import { drawPhoto } from "#workers/tasks/draw-photo.ts";
import { blue, colourAt, difference, green, quarters, red, yellow } from "../unit/made-pictures.ts";
import { addPhoto, content, openSeason, save, submit } from "./season-setup.ts";

const turned: PhotoEdits = { ...noEdits, turn: 90 };
const cropped: PhotoEdits = { ...noEdits, crop: { x: 0, y: 0, width: 0.5, height: 0.5 } };

const photosOf = async (database: Database, versionId: string) =>
  (await loadProductFacts(database, [versionId])).get(versionId)?.photos;

test("a draft's edits go with its photo into the product, and a later sheet keeps them", async () => {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const { storeId, merchant, ...season } = await openSeason(database);
  const { sha256, fileName } = await addPhoto(database, "oil.jpg");
  const [draftId, photoId] = [randomUUID(), randomUUID()];
  const cells = { name: "도마", price: "12000", category: "기타 재화", origin: "국내산", maker: "공방", stock: "3" };
  await database.productDraft.create({ data: { id: draftId, storeId, accountId: merchant.accountId, cells } });
  await database.draftPhoto.create({
    data: { id: photoId, draftId, position: 0, fileName, blob: "uploads/x", sha256, state: "ready" },
  });
  const own = { storeId, draftId };
  expect(await editDraftPhoto(database, merchant, { ...own, photoId, edits: turned })).toMatchObject({ ok: true });
  const finished = await finishDraft(database, merchant, own);
  if (!finished.ok) throw new Error(JSON.stringify(finished.issues));
  const version = await database.productVersion.findFirstOrThrow({ include: { product: true } });
  expect(await photosOf(database, version.id)).toMatchObject([{ sha256, edits: turned }]);
  // Once it is a product the draft is left alone.
  expect(await editDraftPhoto(database, merchant, { ...own, photoId, edits: noEdits })).toMatchObject({ ok: false });

  const asSheet = content(version.product.sku, { name: "이름만 바뀜", photos: [{ sha256, fileName }] });
  const [saved] = await save(database, { storeId, merchant, ...season }, [asSheet]);
  expect(saved?.outcome).toBe("draft_changed");
  expect(await photosOf(database, saved?.versionId ?? "")).toMatchObject([{ sha256, edits: turned }]);
});

test("an edit after submission makes a next version; what was submitted keeps its own", async () => {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database);
  const { storeId, merchant } = season;
  const photos = [await addPhoto(database, "a.jpg"), await addPhoto(database, "b.jpg")];
  const sha256 = photos[0]?.sha256 ?? "";
  await save(database, season, [content("A", { photos })]);
  const { id: productId } = await database.product.findFirstOrThrow();
  const own = { storeId, productId, sha256 };
  await editProductPhoto(database, merchant, { ...own, edits: turned });
  await submit(database, season, [content("A")]);
  const pinned = await database.submission.findFirstOrThrow();

  await editProductPhoto(database, merchant, { ...own, edits: cropped });
  await changePhoto(database, merchant, { ...own, what: "later" });
  const next = await database.productVersion.findFirstOrThrow({ where: { number: 2 } });
  expect(await photosOf(database, pinned.versionId)).toMatchObject([{ sha256, edits: turned, width: 1000 }, {}]);
  expect(await photosOf(database, next.id)).toMatchObject([{ edits: noEdits }, { sha256, edits: cropped, width: 500 }]);

  // Undone, it is as it was submitted but for the order.
  await changePhoto(database, merchant, { ...own, what: "first" });
  await editProductPhoto(database, merchant, { ...own, edits: turned });
  const latest = await database.productVersion.findFirstOrThrow({ orderBy: { number: "desc" } });
  const judged = await database.productVersion.findUniqueOrThrow({ where: { id: pinned.versionId } });
  expect(latest.contentHash).toBe(judged.contentHash);
});

test("another store's product is not found, and a photo that is gone stays gone", async () => {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database);
  const { sha256 } = await addPhoto(database, "a.jpg");
  await save(database, season, [content("A")]);
  const { id: productId } = await database.product.findFirstOrThrow();
  const edit = { productId, sha256, edits: turned };
  expect(await editProductPhoto(database, season.merchant, { ...edit, storeId: randomUUID() })).toMatchObject({
    ok: false,
    issues: [{ code: "product.not_found" }],
  });
  expect(await editProductPhoto(database, season.merchant, { ...edit, storeId: season.storeId })).toMatchObject({
    ok: true,
  });
  expect(await database.productPhoto.count()).toBe(0);
});

test("the pictures of an edited photo are its own, and it keeps those it had", async () => {
  const { client: database, url } = await testDatabase({ untilTestEnds: true });
  const claims = openClaims(url);
  const folder = await mkdtemp(join(tmpdir(), "photo-edits-"));
  const blobs = await openLocalBlobs(folder);
  const renderPool = createRenderPool({ size: 1 });
  onTestFinished(async () => {
    await renderPool.close();
    await claims.close();
    await rm(folder, { recursive: true });
  });
  const context = { database, blobs, renderPool, claims, log: pino({ level: "silent" }) };
  const bytes = await quarters(800, 600, [red, green, blue, yellow]).png().toBuffer();
  const taken = await takePhoto(context, "quarters.png", async () => bytes);
  if (!taken.ok) throw new Error(taken.issue.code);
  const { sha256 } = taken.original;

  const of = { id: randomUUID(), storeId: randomUUID() };
  await drawPhoto(context, { sha256, edits: { turn: 90 }, of });
  await drawPhoto(context, { sha256, edits: { crop: [0, 0, 0.5, 0.5] }, of });
  const photos = [noEdits, turned, cropped].map((edits) => ({ sha256, edits }));
  const pictureOf = await loadWebPictures(database, photos);
  const [plain, quarter, corner] = photos.map((photo) => pictureOf(photo));
  expect(plain).toMatchObject({ width: 640, height: 480 });
  expect(quarter).toMatchObject({ width: 600, height: 800 });
  expect(corner).toMatchObject({ width: 400, height: 300 });
  const read = (path = "") => blobs.get(renditionKey(/[0-9a-f]{64}/.exec(path)?.[0] ?? ""));
  const near = async (path: string | undefined, x: number, y: number) => colourAt(await read(path), x, y);
  // A quarter to the right brings the lower left to the upper left.
  expect(difference(await near(quarter?.sources.at(-1)?.path, 0.25, 0.25), blue)).toBeLessThan(30);
  expect(difference(await near(corner?.sources.at(-1)?.path, 0.9, 0.9), red)).toBeLessThan(30);
  expect(difference(await near(plain?.sources.at(-1)?.path, 0.9, 0.9), yellow)).toBeLessThan(30);
});
