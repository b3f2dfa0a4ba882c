import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { BlobStore } from "#app/services/blobs/blob-store.ts";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import type { Actor } from "../account/actor.ts";
import { photosOfADraft } from "../draft/add-photo.ts";
import { loadPhotos } from "../draft/load-photos.ts";
import { removePhotos } from "../draft/remove-photos.ts";
import { done, type Outcome, refused } from "../outcome.ts";
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
  fileName: z.string(),
  path: z.string(),
});

/** Photos on their way to a product that exists already lie in a draft of that product without a word in it. */
const onTheWay = ({ storeId, productId }: OwnProduct) => ({ storeId, productId, cells: { equals: {} } });

/** Keeps a photo for a product; a job decodes it and puts it behind the others. */
export async function addProductPhoto(
  database: Database,
  blobs: Pick<BlobStore, "putFile">,
  actor: Actor,
  { accountId, fileName, path, ...own }: z.infer<typeof addProductPhotoInput>,
): Promise<Outcome<{ photoId: string }>> {
  const { key } = await blobs.putFile(path);
  return inTransaction(database, async (transaction) => {
    await lockStore(transaction, own.storeId);
    const photos = await photosOf(transaction, own);
    if (!photos) return refused("product.not_found");
    const known = await transaction.productDraft.findFirst({ where: onTheWay(own) });
    const draft = known ?? (await transaction.productDraft.create({ data: { ...own, accountId } }));
    const coming = await transaction.draftPhoto.count({ where: { draftId: draft.id } });
    if (photos.length + coming >= photosOfADraft) {
      return refused("draft.too_many_photos", { field: "photos" }, { params: { maximum: photosOfADraft } });
    }
    const typist = actor.kind === "person" ? actor.accountId : accountId;
    await transaction.productDraft.update({ where: { id: draft.id }, data: { typedBy: { photos: typist } } });
    const photoId = randomUUID();
    const name = [...fileName.replaceAll("\0", "")].slice(-255).join("");
    await transaction.draftPhoto.create({
      data: { id: photoId, draftId: draft.id, position: coming, fileName: name, blob: key },
    });
    await addJob(transaction, "take-draft-photo", { photoId }, { key: `take-draft-photo ${photoId}` });
    return done({ photoId });
  });
}

/** Photos that are not of the product yet: still being looked at, or refused with the reason. */
export async function findComingPhotos(database: Database, own: OwnProduct) {
  const draft = await database.productDraft.findFirst({ where: onTheWay(own) });
  return draft ? loadPhotos(database, draft.id) : [];
}

/** Gives a decoded photo to the product it was meant for; nothing for a photo of a draft that is still being written. */
export async function takeComingPhoto(database: Database, photoId: string): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const photo = await transaction.draftPhoto.findUnique({ where: { id: photoId }, include: { draft: true } });
    const { draft, sha256, fileName } = photo ?? {};
    if (!draft?.productId || !sha256 || !fileName || Object.keys(draft.cells as object).length > 0) return;
    const { storeId, productId, accountId } = draft;
    await lockStore(transaction, storeId);
    const count = await removePhotos(transaction, { id: photoId });
    const photos = await photosOf(transaction, { storeId, productId });
    if (count === 0 || !photos || photos.some((one) => one.sha256 === sha256)) return;
    const typist = (draft.typedBy as Record<string, string>).photos ?? accountId;
    const helper = typist === accountId ? {} : { onBehalfOfId: accountId };
    const actor = { kind: "person", accountId: typist, role: "merchant", ...helper } as const;
    await setPhotos(transaction, actor, { storeId, productId }, [...photos, { sha256, fileName }]);
  });
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

/** Forgets a photo that could not be used; one that is gone already stays gone. */
export async function forgetComingPhoto(database: Database, own: OwnProduct, photoId: string): Promise<void> {
  await inTransaction(database, (transaction) =>
    removePhotos(transaction, { id: photoId, state: "refused", draft: onTheWay(own) }),
  );
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
