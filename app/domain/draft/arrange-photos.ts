import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { arrange, arrangements } from "../picture/arrange.ts";
import { lockOpenDraft, ownDraft, touchDraft } from "./lock-draft.ts";
import { removePhotos } from "./remove-photos.ts";

export const draftPhotoInput = ownDraft.extend({ photoId: z.uuid() });
type DraftPhotoInput = z.infer<typeof draftPhotoInput>;

/** A photo that is gone already stays gone. */
export async function removeDraftPhoto(
  database: Database,
  actor: Actor,
  { photoId, ...own }: DraftPhotoInput,
): Promise<Outcome<null>> {
  return inTransaction(database, async (transaction) => {
    if (!(await lockOpenDraft(transaction, own))) return refused("draft.not_found");
    const count = await removePhotos(transaction, { id: photoId, draftId: own.draftId });
    if (count === 0) return done(null);
    await touchDraft(transaction, own.draftId);
    const subject = { kind: "product_draft", id: own.draftId };
    await recordAudit(transaction, actor, { action: "remove-draft-photo", subject, details: { photoId } });
    return done(null);
  });
}

export const arrangeDraftPhotoInput = draftPhotoInput.extend({ to: z.enum(arrangements) });

/** The first photo is the one that customers see first. */
export async function arrangeDraftPhoto(
  database: Database,
  { photoId, to, ...own }: z.infer<typeof arrangeDraftPhotoInput>,
): Promise<Outcome<null>> {
  return inTransaction(database, async (transaction) => {
    if (!(await lockOpenDraft(transaction, own))) return refused("draft.not_found");
    const ids = await orderOf(transaction, own.draftId);
    if (!ids.includes(photoId)) return done(null);
    await setOrder(
      transaction,
      arrange(ids, (id) => id === photoId, to),
    );
    await touchDraft(transaction, own.draftId);
    return done(null);
  });
}

async function orderOf(transaction: Transaction, draftId: string): Promise<string[]> {
  const photos = await transaction.draftPhoto.findMany({
    where: { draftId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return photos.map(({ id }) => id);
}

async function setOrder(transaction: Transaction, ids: readonly string[]): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "draft_photo" SET "position" = "place" - 1
    FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS ordered("photo", "place") WHERE "id" = "photo"`;
}
