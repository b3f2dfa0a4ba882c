import type { Database } from "#app/services/database/database.ts";
import type { EditedPhoto } from "../picture/photo-edits.ts";
import { judgeDraft } from "./judge-draft.ts";
import { decodedPhoto, judgedPhoto } from "./load-photos.ts";
import type { DraftCells } from "./steps.ts";

export interface ListedDraft {
  id: string;
  /** As typed; empty while it was not said. */
  name: string;
  /** The first one; null while none is decoded. */
  photo: EditedPhoto | null;
  photoCount: number;
  updatedAt: Date;
  /** How many questions have an answer, and how many there are. */
  answered: number;
  asked: number;
}

const mostListed = 50;

/** What a store has begun and not finished, the last one worked on first. */
export async function listDrafts(database: Database, storeId: string): Promise<ListedDraft[]> {
  const drafts = await database.productDraft.findMany({
    where: { storeId, productId: null },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: mostListed,
    include: { photos: { orderBy: [{ position: "asc" }, { id: "asc" }] } },
  });
  return drafts.map(({ id, cells, photos, updatedAt }) => {
    const typed = cells as DraftCells;
    const judged = photos.map(judgedPhoto);
    const { steps } = judgeDraft(typed, judged);
    return {
      id,
      name: (typed.name ?? "").trim(),
      photo: judged.map(decodedPhoto).find((photo) => photo !== null) ?? null,
      photoCount: photos.length,
      updatedAt,
      answered: steps.filter(({ state }) => state === "complete").length,
      asked: steps.length,
    };
  });
}
