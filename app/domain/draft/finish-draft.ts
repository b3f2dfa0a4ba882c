import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { judgeRow } from "../intake/judged-row.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import type { ContentPhoto } from "../product/product-content.ts";
import { saveProducts } from "../product/save-products.ts";
import { type JudgedPhoto, judgeDraft } from "./judge-draft.ts";
import { loadPhotos } from "./load-photos.ts";
import { lockDraft, type OwnDraft } from "./lock-draft.ts";

/**
 * Makes a draft the product that its row would have made; asked again, it is the same product. Refused with what is wrong,
 * each thing named by its field.
 */
export async function finishDraft(
  database: Database,
  actor: Actor,
  own: OwnDraft,
): Promise<Outcome<{ productId: string }>> {
  return inTransaction(database, async (transaction) => {
    const draft = await lockDraft(transaction, own);
    if (!draft) return refused("draft.not_found");
    if (draft.productId !== null) return done({ productId: draft.productId });

    const photos = await loadPhotos(transaction, draft.id);
    const sku = await freeCode(transaction, own);
    const { row, steps } = judgeDraft(draft.cells, photos, sku);
    if (!row) {
      return {
        ok: false,
        issues: steps.flatMap(({ issues }) => issues).filter(({ severity }) => severity === "error"),
      };
    }
    const judged = judgeRow(
      { row: 1, outcome: "accepted", sku, name: row.name, issues: [], photoNames: [], catalogRow: row },
      { photos: readyPhotos(photos), issues: [] },
    );
    if (judged.outcome !== "accepted") throw new Error(`Draft ${draft.id} was judged twice, and differently`);
    const [saved] = await saveProducts(transaction, actor, own.storeId, [judged.content]);
    if (!saved) throw new Error(`Draft ${draft.id} was not saved`);

    const typist = actor.kind === "person" ? actor.accountId : null;
    const { productId } = await transaction.productVersion.update({
      where: { id: saved.versionId },
      data: { typedBy: Object.fromEntries(Object.entries(draft.typedBy).filter(([, id]) => id !== typist)) },
      select: { productId: true },
    });
    await transaction.productDraft.update({ where: { id: draft.id }, data: { productId, updatedAt: new Date() } });
    const subject = { kind: "product_draft", id: draft.id };
    await recordAudit(transaction, actor, { action: "finish-draft", subject, versionAfter: saved.versionId });
    return done({ productId });
  });
}

/** The same picture taken in twice is one photo of the product. */
function readyPhotos(photos: readonly JudgedPhoto[]): ContentPhoto[] {
  const bySha256 = new Map<string, ContentPhoto>();
  for (const { sha256, fileName, edits } of photos) {
    if (sha256 && !bySha256.has(sha256)) bySha256.set(sha256, { sha256, fileName, edits });
  }
  return [...bySha256.values()];
}

/** A sheet matches products by their code, so a phone's must be none of the store's: as much of the draft's id as makes it so. */
async function freeCode(transaction: Transaction, { storeId, draftId }: OwnDraft): Promise<string> {
  const digits = draftId.replaceAll("-", "").toUpperCase();
  const codes = [6, 12, 28].map((length) => `P-${digits.slice(0, length)}`);
  const taken = await transaction.product.findMany({ where: { storeId, sku: { in: codes } }, select: { sku: true } });
  const free = codes.find((code) => !taken.some(({ sku }) => sku === code));
  if (!free) throw new Error(`The codes of draft ${draftId} are all taken`);
  return free;
}
