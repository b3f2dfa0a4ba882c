import type { Database, Transaction } from "#app/services/database/database.ts";
import { fromStored } from "../issue/stored-issues.ts";
import type { JudgedPhoto } from "./judge-draft.ts";

/** In their order. */
export async function loadPhotos(database: Database | Transaction, draftId: string): Promise<JudgedPhoto[]> {
  const photos = await database.draftPhoto.findMany({
    where: { draftId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, state: true, fileName: true, sha256: true, issues: true },
  });
  return photos.map(({ issues, ...photo }) => ({
    ...photo,
    issues: fromStored(issues).map((one) => ({ ...one, path: { ...one.path, photo: photo.fileName } })),
  }));
}
