import type { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { askToDraw } from "../picture/draw-photo.ts";
import { editsRecipe, photoEdits } from "../picture/photo-edits.ts";
import { draftPhotoInput } from "./arrange-photos.ts";
import { lockOpenDraft, touchDraft } from "./lock-draft.ts";

export const editDraftPhotoInput = draftPhotoInput.extend({ edits: photoEdits });

/** Keeps what is to be done to a photo of a draft; no edits undo the earlier ones. A photo that is gone stays gone. */
export async function editDraftPhoto(
  database: Database,
  actor: Actor,
  { photoId, edits, ...own }: z.infer<typeof editDraftPhotoInput>,
): Promise<Outcome<null>> {
  return inTransaction(database, async (transaction) => {
    if (!(await lockOpenDraft(transaction, own))) return refused("draft.not_found");
    const [photo] = await transaction.draftPhoto.updateManyAndReturn({
      where: { id: photoId, draftId: own.draftId, sha256: { not: null } },
      data: { edits: editsRecipe(edits) },
    });
    if (!photo?.sha256) return done(null);
    await touchDraft(transaction, own.draftId);
    await askToDraw(transaction, { sha256: photo.sha256, edits }, { id: own.draftId, storeId: own.storeId });
    const subject = { kind: "product_draft", id: own.draftId };
    await recordAudit(transaction, actor, { action: "edit-draft-photo", subject, details: { photoId } });
    return done(null);
  });
}
