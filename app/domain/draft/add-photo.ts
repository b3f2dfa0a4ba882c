import { createHash } from "node:crypto";
import { z } from "zod";
import type { BlobStore } from "#app/services/blobs/blob-store.ts";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { keepPhoto } from "./keep-photo.ts";
import { lockDraft, ownDraft, touchDraft } from "./lock-draft.ts";

/** A mall takes one main photo and nine more. */
export const photosOfADraft = 10;
/** The largest photo that is read at all. */
export const draftPhotoMegabytes = 60;

export const addDraftPhotoInput = ownDraft.extend({
  /** The merchant whose draft it becomes, where there is none with this id yet. */
  accountId: z.uuid(),
  /**
   * Both ids are made by the phone: the same photo sent once more is the same photo. Null from a form without script: there the same
   * file in the same draft is.
   */
  photoId: z.uuid().nullable(),
  /** As the phone called it. */
  fileName: z.string(),
  path: z.string(),
});

/**
 * Keeps a photo of a draft, whatever it is: a job finds out whether it can be decoded. The first one begins the draft.
 * Refused: the draft is another store's, has become a product, or is full.
 */
export async function addDraftPhoto(
  database: Database,
  blobs: Pick<BlobStore, "putFile">,
  actor: Actor,
  { storeId, accountId, draftId, photoId: given, fileName, path }: z.infer<typeof addDraftPhotoInput>,
): Promise<Outcome<{ photoId: string }>> {
  const { key, sha256 } = await blobs.putFile(path);
  const photoId = given ?? idOf(`${draftId} ${sha256}`);
  return inTransaction(database, async (transaction) => {
    const begun = await transaction.productDraft.createMany({
      data: [{ id: draftId, storeId, accountId }],
      skipDuplicates: true,
    });
    const draft = await lockDraft(transaction, { storeId, draftId });
    if (!draft) return refused("draft.not_found");
    const known = await transaction.draftPhoto.findUnique({ where: { id: photoId } });
    if (known) return known.draftId === draftId ? done({ photoId }) : refused("draft.not_found");
    if (draft.productId !== null) return refused("draft.finished");
    if ((await transaction.draftPhoto.count({ where: { draftId } })) >= photosOfADraft) {
      return refused("draft.too_many_photos", { field: "photos" }, { params: { maximum: photosOfADraft } });
    }
    await keepPhoto(transaction, { photoId, draftId, fileName, blob: key });
    await touchDraft(transaction, draftId);
    if (begun.count > 0) {
      await recordAudit(transaction, actor, { action: "begin-draft", subject: { kind: "product_draft", id: draftId } });
    }
    return done({ photoId });
  });
}

function idOf(text: string): string {
  const digits = createHash("sha256").update(text).digest("hex");
  return digits.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})/, "$1-$2-8$3-8$4-");
}
