import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { loadPhotos } from "#app/domain/draft/load-photos.ts";
import { beginDraftPhoto } from "#app/domain/draft/record-photo.ts";
import { announcePhotos } from "#app/domain/picture/announce-photos.ts";
import { findIgnoredHints, ignoreHint } from "#app/domain/picture/ignored-hints.ts";
import { answerLikeness, findLikenesses } from "#app/domain/picture/likeness.ts";
import { noEdits } from "#app/domain/picture/photo-edits.ts";
import { renditionAddress } from "#app/domain/picture/rendition.ts";
import { arrivalSet } from "#app/domain/picture/web-set.ts";
import { photoCards } from "#app/merchant/photo-editor/photo-cards.server.ts";
import type { Database } from "#app/services/database/database.ts";
import { testDatabase } from "#tests/database.ts";
import { addPhoto, content, openSeason, save } from "./season-setup.ts";

/** A photo whose hash has so many bits set. */
async function photo(database: Database, name: string, bits: number) {
  const added = await addPhoto(database, name);
  const perceptualHash = BigInt.asIntN(64, (1n << BigInt(bits)) - 1n);
  await database.original.update({ where: { sha256: added.sha256 }, data: { perceptualHash } });
  return added;
}

async function scene() {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database);
  const own = { storeId: season.storeId, accountId: season.merchant.accountId };
  return { database, season, own };
}

test("the same photo is found in the store's other products and drafts, and an alike one is asked about", async () => {
  const { database, season, own } = await scene();
  const there = await photo(database, "there.jpg", 0);
  await save(database, season, [content("A", { name: "참기름", photos: [there] })]);
  const same = await photo(database, "same.jpg", 8);
  const alike = await photo(database, "alike.jpg", 18);
  const other = await photo(database, "other.jpg", 64);
  const found = await findLikenesses(database, own, [other.sha256, same.sha256]);
  expect(found).toEqual([{ sha256: same.sha256, like: there.sha256, name: "참기름", sure: true }]);
  expect(await findLikenesses(database, own, [alike.sha256])).toMatchObject([{ like: there.sha256, sure: false }]);
  // The very same file.
  expect(await findLikenesses(database, own, [there.sha256])).toMatchObject([{ like: there.sha256, sure: true }]);
  // Its own product is not another's.
  const { id: productId } = await database.product.findFirstOrThrow();
  expect(await findLikenesses(database, { ...own, productId }, [there.sha256])).toEqual([]);
  expect(await findLikenesses(database, { storeId: randomUUID() }, [there.sha256])).toEqual([]);
});

test("of two photos of one product the later one is told of, also where a photo was never hashed", async () => {
  const { database, own } = await scene();
  const [one, two] = [await photo(database, "one.jpg", 0), await photo(database, "two.jpg", 3)];
  const unhashed = await addPhoto(database, "unhashed.jpg");
  expect(await findLikenesses(database, own, [one.sha256, unhashed.sha256, two.sha256])).toEqual([
    { sha256: two.sha256, like: one.sha256, name: "", sure: true },
  ]);
});

test("a card says whether the like photo is one of these, or of a product that has no name yet", async () => {
  const { database, own } = await scene();
  const { sha256 } = await photo(database, "one.jpg", 0);
  const [spec] = arrivalSet;
  if (!spec) throw new Error("no picture arrives");
  const picture = { specKey: spec.key, mediaType: "image/webp", width: 320, height: 240, bytes: 1, sha256 };
  await database.rendition.create({
    data: { ...picture, address: renditionAddress(sha256, spec), originalSha256: sha256 },
  });
  const card = { sha256, edits: noEdits };
  const likes = async (photos: (typeof card)[]) => {
    const cards = await photoCards(database, { storeId: own.storeId, draftId: randomUUID() }, photos, "ko");
    return cards.flatMap(({ hints }) => hints.flatMap(({ likePhoto }) => (likePhoto ? [likePhoto.here] : [])));
  };
  expect(await likes([card, card])).toEqual([true, true]);
  const there = { id: randomUUID(), position: 0, fileName: "one.jpg", blob: "uploads/1", sha256 };
  await database.productDraft.create({ data: { ...own, photos: { create: there } } });
  expect(await likes([card])).toEqual([false]);
});

test("an answer is remembered, whichever of the two photos is asked about", async () => {
  const { database, season, own } = await scene();
  const [one, two] = [await photo(database, "one.jpg", 0), await photo(database, "two.jpg", 12)];
  const asked = () => findLikenesses(database, own, [one.sha256, two.sha256]);
  expect(await asked()).toMatchObject([{ sure: false }]);
  const answer = { ...own, sha256: two.sha256, like: one.sha256 };
  await answerLikeness(database, season.merchant, { ...answer, answer: "same" });
  expect(await asked()).toMatchObject([{ sure: true }]);
  await answerLikeness(database, season.merchant, {
    ...answer,
    sha256: one.sha256,
    like: two.sha256,
    answer: "different",
  });
  expect(await asked()).toEqual([]);
  expect(await database.photoLikeness.count()).toBe(1);
  await answerLikeness(database, season.merchant, { ...answer, like: "0".repeat(64), answer: "same" });
  expect(await database.photoLikeness.count()).toBe(1);
});

test("a hint that is let be stays away", async () => {
  const { database, season, own } = await scene();
  const { sha256 } = await addPhoto(database, "dark.jpg");
  const ignore = { ...own, sha256, code: "hint.photo_dark" } as const;
  await ignoreHint(database, season.merchant, ignore);
  await ignoreHint(database, season.merchant, ignore);
  expect(await findIgnoredHints(database, own.storeId, [sha256])).toEqual(new Map([[sha256, new Set([ignore.code])]]));
  expect(await findIgnoredHints(database, randomUUID(), [sha256])).toEqual(new Map());
});

test("open pages hear when a photo's turn comes, and when what was edited is made", async () => {
  const { database, own } = await scene();
  const [id, draftId] = [randomUUID(), randomUUID()];
  await database.productDraft.create({ data: { id: draftId, ...own } });
  await database.draftPhoto.create({ data: { id, draftId, position: 0, fileName: "a.jpg", blob: "uploads/x" } });
  const heard = async () =>
    (await database.progress.findFirstOrThrow({ where: { id: draftId } })).updatedAt.toISOString();
  const before = await heard();
  expect(await loadPhotos(database, draftId)).toMatchObject([{ state: "waiting", begun: false }]);
  await beginDraftPhoto(database, id);
  const begun = await heard();
  expect(begun > before).toBe(true);
  expect(await loadPhotos(database, draftId)).toMatchObject([{ state: "waiting", begun: true }]);
  await announcePhotos(database, { id: draftId, storeId: own.storeId });
  expect((await heard()) > begun).toBe(true);
  expect(await database.progress.findFirstOrThrow()).toMatchObject({ state: "running", total: 1 });
  // A product whose photos never came one by one is heard of as well, and keeps nobody waiting.
  await announcePhotos(database, { id: randomUUID(), storeId: own.storeId });
  expect(await database.progress.count({ where: { state: "done", total: 0 } })).toBe(1);
});

test("photos of a draft are progress, counted right when two are done at the same time", async () => {
  const { database, own } = await scene();
  const draftId = randomUUID();
  await database.productDraft.create({ data: { id: draftId, ...own } });
  const ids = Array.from({ length: 6 }, () => randomUUID());
  await database.draftPhoto.createMany({
    data: ids.map((id, position) => ({ id, draftId, position, fileName: "a.jpg", blob: "uploads/x" })),
  });
  const progress = () => database.progress.findFirstOrThrow({ where: { id: draftId, kind: "photos" } });
  expect(await progress()).toMatchObject({ storeId: own.storeId, state: "running", total: 6, done: 0, failed: 0 });
  await Promise.all(
    ids.map((id, index) =>
      database.draftPhoto.update({
        where: { id },
        data: index === 0 ? { state: "refused" } : { state: "ready", sha256: "0".repeat(64) },
      }),
    ),
  );
  expect(await progress()).toMatchObject({ state: "done", total: 6, done: 5, failed: 1 });
  await database.draftPhoto.deleteMany({ where: { draftId } });
  expect(await progress()).toMatchObject({ state: "done", total: 0 });
  // With the draft go its photos, and nobody waits for them any more.
  await database.draftPhoto.create({ data: { draftId, id: randomUUID(), position: 0, fileName: "b.jpg", blob: "x" } });
  expect(await progress()).toMatchObject({ state: "running", total: 1 });
  await database.productDraft.delete({ where: { id: draftId } });
  expect(await database.progress.count({ where: { id: draftId } })).toBe(0);
});
