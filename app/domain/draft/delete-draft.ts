import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { lockDraft, type OwnDraft } from "./lock-draft.ts";
import { removePhotos } from "./remove-photos.ts";

/** One that is gone already stays gone; one that has become a product is not a draft any more. */
export async function deleteDraft(database: Database, actor: Actor, own: OwnDraft): Promise<Outcome<null>> {
  return inTransaction(database, async (transaction) => {
    const draft = await lockDraft(transaction, own);
    if (!draft) return done(null);
    if (draft.productId !== null) return refused("draft.finished");
    await removePhotos(transaction, { draftId: draft.id });
    await transaction.productDraft.delete({ where: { id: draft.id } });
    await recordAudit(transaction, actor, { action: "delete-draft", subject: { kind: "product_draft", id: draft.id } });
    return done(null);
  });
}
