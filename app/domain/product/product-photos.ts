import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { BlobStore } from "#app/services/blobs/blob-store.ts";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { photosOfADraft } from "../draft/add-photo.ts";
import { keepPhoto } from "../draft/keep-photo.ts";
import { loadPhotos } from "../draft/load-photos.ts";
import { removePhotos } from "../draft/remove-photos.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { announcePhotos } from "../picture/announce-photos.ts";
import { arrange, arrangements } from "../picture/arrange.ts";
import { longestCaption } from "../picture/captions.ts";
import { askToDraw } from "../picture/draw-photo.ts";
import { photoEdits } from "../picture/photo-edits.ts";
import { findContent } from "./find-content.ts";
import type { ContentPhoto } from "./product-content.ts";
import { saveProducts } from "./save-products.ts";

const ownProduct = z.object({ storeId: z.uuid(), productId: z.uuid() });
type OwnProduct = z.infer<typeof ownProduct>;

export const addProductPhotoInput = ownProduct.extend({
  /** Of the merchant. */
  accountId: z.uuid(),
  /** Made by the phone: the same photo sent once more is the same photo. Null from a form without script. */
  photoId: z.uuid().nullable(),
  /** As the phone called it. */
  fileName: z.string(),
  path: z.string(),
});

/** Photos on their way to a product that exists already lie in a draft of that product without a word in it. */
const onTheWay = ({ storeId, productId }: OwnProduct) => ({ storeId, productId, cells: { equals: {} } });

/**
 * Keeps a photo for a product; a job decodes it and puts it behind the others. Refused: the product is another store's or full, or
 * has the very same file.
 */
export async function addProductPhoto(
  database: Database,
  blobs: Pick<BlobStore, "putFile">,
  actor: Actor,
  { accountId, photoId: given, fileName, path, ...own }: z.infer<typeof addProductPhotoInput>,
): Promise<Outcome<{ photoId: string }>> {
  const { key: blob, sha256 } = await blobs.putFile(path);
  const photoId = given ?? randomUUID();
  return inTransaction(database, async (transaction) => {
    await lockStore(transaction, own.storeId);
    const photos = await photosOf(transaction, own);
    if (!photos) return refused("product.not_found");
    const begun = await transaction.productDraft.findFirst({ where: onTheWay(own) });
    const known = await transaction.draftPhoto.findUnique({ where: { id: photoId } });
    if (known) return known.draftId === begun?.id ? done({ photoId }) : refused("product.not_found");
    const coming = await transaction.draftPhoto.findMany({
      where: { draft: onTheWay(own), takenAt: null, state: { not: "refused" } },
    });
    if (photos.some((one) => one.sha256 === sha256) || coming.some((one) => one.blob === blob)) {
      return refused("photo.already_there", { photo: fileName });
    }
    if (photos.length + coming.length >= photosOfADraft) {
      return refused("draft.too_many_photos", { field: "photos" }, { params: { maximum: photosOfADraft } });
    }
    const typist = actor.kind === "person" ? actor.accountId : accountId;
    const draft = begun ?? (await transaction.productDraft.create({ data: { ...own, accountId } }));
    await transaction.productDraft.update({ where: { id: draft.id }, data: { typedBy: { photos: typist } } });
    await keepPhoto(transaction, { photoId, draftId: draft.id, fileName, blob });
    return done({ photoId });
  });
}

/** Photos that are not of the product yet: still being looked at, or refused with the reason. */
export async function findComingPhotos(database: Database, own: OwnProduct) {
  // An address may name anything.
  if (!ownProduct.safeParse(own).success) return [];
  const draft = await database.productDraft.findFirst({ where: onTheWay(own) });
  return draft ? loadPhotos(database, draft.id) : [];
}

/** Gives a decoded photo to the product it was meant for; nothing for a photo of a draft that is still being written. */
export async function takeComingPhoto(database: Database, photoId: string): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const photo = await transaction.draftPhoto.findUnique({ where: { id: photoId }, include: { draft: true } });
    if (!photo?.sha256 || !photo.draft.productId || Object.keys(photo.draft.cells as object).length > 0) return;
    const { sha256, fileName, draftId, position, draft } = photo;
    const { storeId, accountId } = draft;
    const own = { storeId, productId: photo.draft.productId };
    await lockStore(transaction, storeId);
    const taken = await transaction.draftPhoto.updateMany({
      where: { id: photoId, takenAt: null },
      data: { takenAt: new Date() },
    });
    await announcePhotos(transaction, { id: draftId, storeId });
    const photos = await photosOf(transaction, own);
    if (taken.count === 0 || !photos || photos.some((one) => one.sha256 === sha256)) return;
    // Several are looked at at once: those that were chosen later and were done sooner stay behind.
    const later = await transaction.draftPhoto.findMany({
      where: { draftId, takenAt: { not: null }, position: { gt: position } },
    });
    const before = photos.findLastIndex((one) => !later.some((other) => other.sha256 === one.sha256)) + 1;
    const typist = (draft.typedBy as Record<string, string>).photos ?? accountId;
    const helper = typist === accountId ? {} : { onBehalfOfId: accountId };
    const actor = { kind: "person", accountId: typist, role: "merchant", ...helper } as const;
    await setPhotos(transaction, actor, own, photos.toSpliced(before, 0, { sha256, fileName }));
  });
}

/** Takes a photo away before the product has got it: one that cannot be used, or that is not wanted any more. */
export async function removeComingPhoto(database: Database, own: OwnProduct, photoId: string): Promise<void> {
  await inTransaction(database, (transaction) =>
    removePhotos(transaction, { id: photoId, takenAt: null, draft: onTheWay(own) }),
  );
}

export const changePhotoInput = ownProduct.extend({
  what: z.enum([...arrangements, "remove"]),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Moves one photo among the others, or takes it away; the file itself stays. */
export async function changePhoto(
  database: Database,
  actor: Actor,
  { what, sha256, ...own }: z.infer<typeof changePhotoInput>,
): Promise<Outcome<null>> {
  return inTransaction(database, async (transaction) => {
    await lockStore(transaction, own.storeId);
    const photos = await photosOf(transaction, own);
    if (!photos) return refused("product.not_found");
    const isMeant = (one: ContentPhoto) => one.sha256 === sha256;
    const after = what === "remove" ? photos.filter((one) => !isMeant(one)) : arrange(photos, isMeant, what);
    if (photos.some(isMeant)) await setPhotos(transaction, actor, own, after);
    return done(null);
  });
}

export const editProductPhotoInput = ownProduct.extend({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  edits: photoEdits,
});

/** What is to be done to a photo becomes part of the product; no edits undo the earlier ones. */
export async function editProductPhoto(
  database: Database,
  actor: Actor,
  { sha256, edits, ...own }: z.infer<typeof editProductPhotoInput>,
): Promise<Outcome<null>> {
  return inTransaction(database, async (transaction) => {
    await lockStore(transaction, own.storeId);
    const photos = await photosOf(transaction, own);
    if (!photos) return refused("product.not_found");
    if (!photos.some((one) => one.sha256 === sha256)) return done(null);
    const after = photos.map((one) => (one.sha256 === sha256 ? { ...one, edits } : one));
    await setPhotos(transaction, actor, own, after);
    await askToDraw(transaction, { sha256, edits }, { id: own.productId, storeId: own.storeId });
    return done(null);
  });
}

export const captionPhotosInput = ownProduct.extend({
  /** By the photo's SHA-256; a photo that is not named keeps its words. */
  captions: z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string().max(1_000)),
});

/** What is said under photos on the detail page becomes part of the product. */
export async function captionPhotos(
  database: Database,
  actor: Actor,
  { captions, ...own }: z.infer<typeof captionPhotosInput>,
): Promise<Outcome<null>> {
  return inTransaction(database, async (transaction) => {
    await lockStore(transaction, own.storeId);
    const photos = await photosOf(transaction, own);
    if (!photos) return refused("product.not_found");
    const after = photos.map((photo) => {
      const caption = captions[photo.sha256]
        ?.normalize("NFC")
        .replace(/[\s\p{Cc}]+/gu, " ")
        .trim();
      return caption === undefined ? photo : { ...photo, caption };
    });
    const long = after.find(({ caption = "" }) => [...caption].length > longestCaption);
    if (long) return refused("detail.caption_long", { photo: long.fileName }, { params: { maximum: longestCaption } });
    await setPhotos(transaction, actor, own, after);
    return done(null);
  });
}

/** Two changes of one product's photos come one after the other, and after a sheet that is being saved. */
async function lockStore(transaction: Transaction, storeId: string): Promise<void> {
  await transaction.$executeRaw`SELECT 1 FROM "store" WHERE "id" = ${storeId}::uuid FOR NO KEY UPDATE`;
}

async function photosOf(transaction: Transaction, { storeId, productId }: OwnProduct): Promise<ContentPhoto[] | null> {
  const version = await transaction.productVersion.findFirst({
    where: { productId, product: { storeId } },
    orderBy: { number: "desc" },
    select: { photos: { orderBy: { position: "asc" }, select: { sha256: true, fileName: true } } },
  });
  return version?.photos ?? null;
}

async function setPhotos(
  transaction: Transaction,
  actor: Actor,
  own: OwnProduct,
  photos: ContentPhoto[],
): Promise<void> {
  const content = await findContent(transaction, own);
  if (content) await saveProducts(transaction, actor, own.storeId, [{ ...content, photos }]);
}
