import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Issue } from "../issue/issue.ts";
import { toStored } from "../issue/stored-issues.ts";

/** One photo of an upload as it ended; a matched or unmatched one is an original on the disk already. */
export interface JudgedPhoto {
  /** Its order in the archive, from 0. */
  ordinal: number;
  fileName: string;
  outcome: "matched" | "unmatched" | "refused";
  row: number | null;
  original: { sha256: string; bytes: number; mediaType: string; width: number; height: number } | null;
  issues: Issue[];
}

/** Records photos and their originals; the bytes must be stored before. Safe to repeat. */
export async function recordPhotos(database: Database, importId: string, photos: JudgedPhoto[]): Promise<void> {
  await inTransaction(database, async (transaction) => {
    await transaction.original.createMany({
      data: photos.flatMap(({ original }) => (original ? [original] : [])),
      skipDuplicates: true,
    });
    await transaction.importPhoto.createMany({
      data: photos.map(({ ordinal, fileName, outcome, row, original, issues }) => ({
        importId,
        ordinal,
        fileName,
        outcome,
        row,
        sha256: original?.sha256,
        issues: toStored(issues),
      })),
      skipDuplicates: true,
    });
    const done = await transaction.importPhoto.count({ where: { importId } });
    const failed = await transaction.importPhoto.count({ where: { importId, outcome: "refused" } });
    await transaction.progress.update({
      where: { id_kind: { id: importId, kind: "photos" } },
      data: { done, failed, updatedAt: new Date() },
    });
  });
}

/** Puts recorded photos to the rows that claim them now. */
export async function rematchPhotos(
  database: Database,
  importId: string,
  photos: Pick<JudgedPhoto, "ordinal" | "outcome" | "row" | "issues">[],
): Promise<void> {
  if (photos.length === 0) return;
  await database.$executeRaw`
    UPDATE "import_photo" SET "outcome" = given."outcome"::"photo_outcome", "row" = given."row", "issues" = given."issues"
    FROM jsonb_to_recordset(${JSON.stringify(photos)}::jsonb)
      AS given("ordinal" int, "outcome" text, "row" int, "issues" jsonb)
    WHERE "import_photo"."import_id" = ${importId}::uuid AND "import_photo"."ordinal" = given."ordinal"
      AND NOT "import_photo"."chosen"`;
}
