import { loadWebPictures } from "#app/domain/picture/load-web-pictures.ts";
import type { Database } from "#app/services/database/database.ts";

export interface ShownPhoto {
  /** Paths of the smallest and the largest picture that is made. */
  small: string;
  large: string;
}

/** By the original's SHA-256; a photo of which nothing is made yet is not in the map. */
export async function shownPhotos(
  database: Database,
  originals: readonly (string | null)[],
): Promise<Map<string, ShownPhoto>> {
  const pictures = await loadWebPictures(database, originals);
  return new Map(
    [...pictures].map(([sha256, { sources, preview }]) => [
      sha256,
      { small: sources[0]?.path ?? preview, large: sources.at(-1)?.path ?? preview },
    ]),
  );
}
