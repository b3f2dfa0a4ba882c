import { loadWebPictures } from "#app/domain/picture/load-web-pictures.ts";
import type { EditedPhoto } from "#app/domain/picture/photo-edits.ts";
import type { Database } from "#app/services/database/database.ts";

export interface ShownPhoto {
  /** Paths of the smallest and the largest picture that is made. */
  small: string;
  large: string;
}

/** Null: nothing is made of it yet. */
export async function shownPhotos(
  database: Database,
  photos: readonly (EditedPhoto | null)[],
): Promise<(photo: EditedPhoto | null) => ShownPhoto | null> {
  const pictureOf = await loadWebPictures(database, photos);
  return (photo) => {
    const picture = pictureOf(photo);
    if (!picture) return null;
    const { sources, card } = picture;
    return { small: sources[0]?.path ?? card.path, large: sources.at(-1)?.path ?? card.path };
  };
}
