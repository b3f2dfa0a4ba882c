import type { Database } from "#app/services/database/database.ts";
import { fromStored } from "../issue/stored-issues.ts";
import { type NamedRow, suggestRows } from "./suggest-rows.ts";

export interface LoosePhoto {
  ordinal: number;
  fileName: string;
  sha256: string | null;
  /** Where the merchant has put it: to a row, or to none. Undefined until then. */
  chosen: NamedRow | null | undefined;
  /** Rows it may belong to, the likeliest first. */
  suggested: NamedRow[];
}

export interface LoosePhotos {
  photos: LoosePhoto[];
  /** Whence the next page goes on. */
  next: number | null;
  /** How many wait for the merchant, and how many have been put somewhere. */
  open: number;
  placed: number;
  /** What may be chosen, rows without a photo first; of a very long sheet its first rows only, any row may be typed. */
  rows: NamedRow[];
}

const pageSize = 24;
/** Offered and compared. */
const mostRows = 3_000;

const loose = { outcome: "unmatched", chosen: false } as const;

/** Photos of a judged import that fit no product or several, or those its merchant has put somewhere. @param after an ordinal */
export async function findLoosePhotos(
  database: Database,
  { importId, placed, after }: { importId: string; placed: boolean; after: number },
): Promise<LoosePhotos> {
  const which = placed ? { chosen: true } : loose;
  const [open, put, found] = await Promise.all([
    database.importPhoto.count({ where: { importId, ...loose } }),
    database.importPhoto.count({ where: { importId, chosen: true } }),
    database.importPhoto.findMany({
      where: { importId, ...which, ordinal: { gt: after } },
      orderBy: { ordinal: "asc" },
      take: pageSize + 1,
    }),
  ]);
  const page = found.slice(0, pageSize);
  const rows = page.length > 0 ? await choosableRows(database, importId) : [];
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  const photos = page.map(({ ordinal, fileName, sha256, chosen, row, issues }): LoosePhoto => {
    const claimed = claimedRows(fromStored(issues).find(({ code }) => code === "photo.ambiguous")?.params.rows);
    const suggested = claimed.length > 0 ? claimed : suggestRows(fileName, rows);
    const at = row === null ? null : (byNumber.get(row) ?? { row, sku: null, name: null });
    return {
      ordinal,
      fileName,
      sha256,
      chosen: chosen ? at : undefined,
      suggested: suggested.flatMap((one) => byNumber.get(one) ?? []),
    };
  });
  const next = found.length > pageSize ? (page.at(-1)?.ordinal ?? null) : null;
  return { photos, next, open, placed: put, rows };
}

async function choosableRows(database: Database, importId: string): Promise<NamedRow[]> {
  return database.$queryRaw<NamedRow[]>`
    SELECT one."row", one."sku", one."name" FROM "import_row" AS one
    LEFT JOIN (SELECT DISTINCT "row" FROM "import_photo" WHERE "import_id" = ${importId}::uuid) AS photo USING ("row")
    WHERE one."import_id" = ${importId}::uuid AND one."sku" IS NOT NULL
    ORDER BY photo."row" IS NOT NULL, one."row"
    LIMIT ${mostRows}`;
}

/** As the issue tells them: `2, 5`. */
function claimedRows(text: string | number = ""): number[] {
  return String(text)
    .split(", ")
    .map(Number)
    .filter((row) => Number.isInteger(row) && row > 0);
}
