import type { Database } from "#app/services/database/database.ts";
import { comparableName, nameOfPath } from "./photo-names.ts";

/** A photo of a product by its original, called as it was given. */
export interface NamedPhoto {
  sha256: string;
  fileName: string;
}

/** What a product has before an upload says anything of it. */
export interface ProductPhotos {
  /** Its photos cell in the store's last sheet, one name a line. */
  cell: string | null;
  /** Of its latest version, in their order. */
  photos: NamedPhoto[];
}

/** Codes in one query. */
const chunkSize = 2_000;

/** By code. */
export async function findProductPhotos(
  database: Database,
  storeId: string,
  codes: readonly string[],
): Promise<Map<string, ProductPhotos>> {
  const found = new Map<string, ProductPhotos>();
  for (let start = 0; start < codes.length; start += chunkSize) {
    const products = await database.product.findMany({
      where: { storeId, sku: { in: codes.slice(start, start + chunkSize) } },
      select: {
        sku: true,
        photosCell: true,
        versions: {
          orderBy: { number: "desc" },
          take: 1,
          select: { photos: { orderBy: { position: "asc" }, select: { sha256: true, fileName: true } } },
        },
      },
    });
    for (const { sku, photosCell, versions } of products) {
      found.set(sku, { cell: photosCell, photos: versions[0]?.photos ?? [] });
    }
  }
  return found;
}

/** The photo that a cell means by a name although nothing was given under it: the same path goes before the same name. */
export function findNamed(photos: readonly NamedPhoto[], name: string): NamedPhoto | undefined {
  const wanted = comparableName(name);
  return (
    photos.find(({ fileName }) => comparableName(fileName) === wanted) ??
    photos.find(({ fileName }) => nameOfPath(comparableName(fileName)) === nameOfPath(wanted))
  );
}

/** A photos cell as it is remembered. */
export function photosCell(names: readonly string[]): string {
  return names.join("\n");
}

/**
 * The photos a product has after an upload. A cell that says something new orders them and drops what it does not name. The same cell
 * again, or none, takes nothing away: what came since by hand, from a phone or by its code stays, a file with the name of an
 * earlier one takes its place, and further ones follow. @param said by the upload, in the row's order
 */
export function mergePhotos(
  { cell, photos }: ProductPhotos,
  { names, said }: { names: readonly string[]; said: readonly NamedPhoto[] },
): NamedPhoto[] {
  const bySha = new Map(photos.map((one) => [one.sha256, one]));
  const given = said.map((one) => bySha.get(one.sha256) ?? one);
  if (names.length > 0 && photosCell(names) !== cell) return given;
  const isGiven = (one: NamedPhoto) => given.some(({ sha256 }) => sha256 === one.sha256);
  const successors = new Map(
    given.flatMap((one) => {
      const before = bySha.has(one.sha256) ? undefined : findNamed(photos, one.fileName);
      return before && !isGiven(before) ? [[before.sha256, one] as const] : [];
    }),
  );
  const stayed = photos.map((one) => successors.get(one.sha256) ?? one);
  const known = new Set(stayed.map(({ sha256 }) => sha256));
  return [...stayed, ...given.filter(({ sha256 }) => !known.has(sha256))];
}
