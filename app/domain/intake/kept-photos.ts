import { type Database, Prisma } from "#app/services/database/database.ts";
import type { PhotoMatches } from "./match-photos.ts";

/** A photo that a product has already, at its place in the row that names it again. */
export interface KeptPhoto {
  row: number;
  position: number;
  sha256: string;
  fileName: string;
}

/** Names in one statement. */
const chunkSize = 2_000;

/** Of the names that nothing was given for: those which the row's product has a photo under already. */
export async function findKeptPhotos(
  database: Database,
  storeId: string,
  missing: PhotoMatches["missing"],
): Promise<KeptPhoto[]> {
  const named = missing.flatMap(({ sku, ...one }) => (sku === null ? [] : [{ sku, ...one }]));
  const kept: KeptPhoto[] = [];
  for (let start = 0; start < named.length; start += chunkSize) {
    const chunk = JSON.stringify(named.slice(start, start + chunkSize));
    kept.push(
      ...(await database.$queryRaw<KeptPhoto[]>(Prisma.sql`
        SELECT DISTINCT ON (given."row", given."position")
               given."row", given."position", photo."sha256", photo."file_name" AS "fileName"
        FROM jsonb_to_recordset(${chunk}::jsonb) AS given("row" int, "position" int, "sku" text, "name" text)
        JOIN "product" AS product ON product."store_id" = ${storeId}::uuid AND product."sku" = given."sku"
        JOIN LATERAL (SELECT "id" FROM "product_version" WHERE "product_id" = product."id"
                      ORDER BY "number" DESC LIMIT 1) AS latest ON true
        JOIN "product_photo" AS photo ON photo."version_id" = latest."id" AND normalize(photo."file_name") = given."name"
        ORDER BY given."row", given."position", photo."position"`)),
    );
  }
  return kept;
}
