import type { Database } from "#app/services/database/database.ts";
import type { SubmissionState } from "#app/services/database/generated/enums.ts";
import { likenessThresholds } from "../picture/likeness.ts";
import { type EditedPhoto, storedEdits } from "../picture/photo-edits.ts";

/** Another product of the season that may be the same one. */
export interface Lookalike {
  id: string;
  state: SubmissionState;
  name: string;
  /** Won. */
  price: number;
  storeName: string;
  photo: EditedPhoto | null;
  /** What is alike. */
  picture: boolean;
  wording: boolean;
}

/** Trigrams that two names must share, in parts of one; below it every second 국내산 참기름 is like every other. */
const alikeNames = 0.6;
const shown = 6;

/** The most alike first: by picture, then by name. */
export async function findLookalikes(
  database: Database,
  {
    submissionId,
    seasonId,
    versionId,
    name,
  }: { submissionId: string; seasonId: string; versionId: string; name: string },
): Promise<Lookalike[]> {
  const rows = await database.$queryRaw<(Omit<Lookalike, "photo"> & { sha256: string | null; edits: unknown })[]>`
    WITH own AS (
      SELECT photo."sha256", original."perceptual_hash" AS hash
      FROM "product_photo" AS photo JOIN "original" AS original ON original."sha256" = photo."sha256"
      WHERE photo."version_id" = ${versionId}::uuid
    ), others AS (
      SELECT "id", "state", "version_id", "product_id" FROM "submission"
      WHERE "season_id" = ${seasonId}::uuid AND "id" <> ${submissionId}::uuid AND "state" <> 'withdrawn'
    ), by_picture AS (
      SELECT others."id", min(CASE WHEN photo."sha256" = own."sha256" THEN 0
               ELSE bit_count((original."perceptual_hash" # own.hash)::bit(64))::int END) AS distance
      FROM others
      JOIN "product_photo" AS photo ON photo."version_id" = others."version_id"
      JOIN "original" AS original ON original."sha256" = photo."sha256"
      CROSS JOIN own
      GROUP BY others."id"
    )
    SELECT others."id", others."state", version."name", coalesce(version."lowered_price", version."price") AS "price",
           store."name" AS "storeName", main."sha256", main."edits",
           coalesce(by_picture.distance <= ${likenessThresholds.same}, false) AS "picture",
           similarity(version."name", ${name}) >= ${alikeNames} AS "wording"
    FROM others
    JOIN "product_version" AS version ON version."id" = others."version_id"
    JOIN "product" AS product ON product."id" = others."product_id"
    JOIN "store" AS store ON store."id" = product."store_id"
    LEFT JOIN by_picture ON by_picture."id" = others."id"
    LEFT JOIN "product_photo" AS main ON main."version_id" = others."version_id" AND main."position" = 0
    WHERE by_picture.distance <= ${likenessThresholds.same} OR similarity(version."name", ${name}) >= ${alikeNames}
    ORDER BY "picture" DESC, similarity(version."name", ${name}) DESC, others."id"
    LIMIT ${shown}`;
  return rows.map(({ sha256, edits, ...row }) => ({
    ...row,
    photo: sha256 === null ? null : { sha256, edits: storedEdits(edits) },
  }));
}
