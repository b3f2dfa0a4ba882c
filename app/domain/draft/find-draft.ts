import type { Database } from "#app/services/database/database.ts";
import { findTypists } from "../help/find-typists.ts";
import { type JudgedPhoto, type JudgedStep, judgeDraft } from "./judge-draft.ts";
import { loadPhotos } from "./load-photos.ts";
import { type OwnDraft, ownDraft } from "./lock-draft.ts";
import type { DraftCells } from "./steps.ts";

export interface Draft {
  id: string;
  cells: DraftCells;
  /** Column key → name of the helper who typed it. */
  typedBy: Readonly<Record<string, string>>;
  steps: JudgedStep[];
  photos: JudgedPhoto[];
  productId: string | null;
}

/** Null: the store has none with this id. */
export async function findDraft(database: Database, own: OwnDraft & { accountId: string }): Promise<Draft | null> {
  if (!ownDraft.safeParse(own).success) return null;
  const found = await database.productDraft.findFirst({ where: { id: own.draftId, storeId: own.storeId } });
  if (!found) return null;
  const cells = found.cells as DraftCells;
  const photos = await loadPhotos(database, found.id);
  return {
    id: found.id,
    cells,
    typedBy: await findTypists(database, found.typedBy as Record<string, string>, [own.accountId]),
    steps: judgeDraft(cells, photos).steps,
    photos,
    productId: found.productId,
  };
}
