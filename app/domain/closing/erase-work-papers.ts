import type { BlobKey, BlobStore } from "#app/services/blobs/blob-store.ts";
import type { Database } from "#app/services/database/database.ts";
import { erasePaperPhotos } from "./erase-photos.ts";

/**
 * Erases what no law wants kept of a store that has closed: proofs, drafts, sheets and uploads. Files first: killed in between,
 * the next run still finds what they were.
 */
export async function eraseWorkPapers(database: Database, blobs: BlobStore, storeId: string): Promise<void> {
  const closed = await database.store.count({ where: { id: storeId, state: "closed" } });
  if (closed === 0) return;
  for (const key of await ownFiles(database, storeId)) await blobs.erase(key);
  await erasePaperPhotos(database, blobs, storeId);
  await database.$transaction([
    database.storeDocument.deleteMany({ where: { application: { storeId } } }),
    database.productDraft.deleteMany({ where: { storeId } }),
    database.import.deleteMany({ where: { storeId } }),
    database.columnChoice.deleteMany({ where: { storeId } }),
    database.upload.deleteMany({ where: { storeId } }),
  ]);
}

/** Files are named by their bytes: what another store has uploaded too, or a product shows, is not this one's alone. */
async function ownFiles(database: Database, storeId: string): Promise<BlobKey[]> {
  const rows = await database.$queryRaw<{ blob: string }[]>`
    WITH papers AS (
      SELECT document."blob", application."store_id" FROM "store_document" AS document
        JOIN "store_application" AS application ON application."id" = document."application_id"
      UNION ALL
      SELECT photo."blob", draft."store_id" FROM "draft_photo" AS photo
        JOIN "product_draft" AS draft ON draft."id" = photo."draft_id"
      UNION ALL SELECT "blob", "store_id" FROM "removed_photo"
      UNION ALL SELECT "sheet_blob", "store_id" FROM "import"
      UNION ALL SELECT "photos_blob", "store_id" FROM "import" WHERE "photos_blob" IS NOT NULL
    )
    SELECT DISTINCT "blob" FROM papers WHERE "store_id" = ${storeId}::uuid
    EXCEPT
    SELECT "blob" FROM papers WHERE "store_id" IS DISTINCT FROM ${storeId}::uuid`;
  return rows.map(({ blob }) => blob as BlobKey);
}
