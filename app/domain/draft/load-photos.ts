import type { Database, Prisma, Transaction } from "#app/services/database/database.ts";
import { fromStored } from "../issue/stored-issues.ts";
import { type EditedPhoto, storedEdits } from "../picture/photo-edits.ts";
import type { JudgedPhoto } from "./judge-draft.ts";

const photoSelect = {
  id: true,
  state: true,
  fileName: true,
  sha256: true,
  edits: true,
  issues: true,
  begunAt: true,
} as const;

type StoredPhoto = Prisma.DraftPhotoGetPayload<{ select: typeof photoSelect }>;

/** In their order; those that a product has got already are not among them. */
export async function loadPhotos(database: Database | Transaction, draftId: string): Promise<JudgedPhoto[]> {
  const photos = await database.draftPhoto.findMany({
    where: { draftId, takenAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: photoSelect,
  });
  return photos.map(judgedPhoto);
}

export function judgedPhoto({ id, state, fileName, sha256, edits, issues, begunAt }: StoredPhoto): JudgedPhoto {
  const named = fromStored(issues).map((one) => ({ ...one, path: { ...one.path, photo: fileName } }));
  return { id, state, begun: begunAt !== null, fileName, sha256, edits: storedEdits(edits), issues: named };
}

/** Null for one that is not decoded, or cannot be. */
export function decodedPhoto({ sha256, edits }: Pick<JudgedPhoto, "sha256" | "edits">): EditedPhoto | null {
  return sha256 === null ? null : { sha256, edits };
}
