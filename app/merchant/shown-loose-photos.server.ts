import { findLoosePhotos } from "#app/domain/intake/find-loose-photos.ts";
import { unedited } from "#app/domain/picture/photo-edits.ts";
import { shownPhotos } from "./shown-photos.server.ts";

/** Photos that wait for a product, with their pictures. */
export async function findShownLoosePhotos(
  database: Parameters<typeof findLoosePhotos>[0],
  which: Parameters<typeof findLoosePhotos>[1],
) {
  const found = await findLoosePhotos(database, which);
  const originals = found.photos.map(({ sha256 }) => (sha256 === null ? null : unedited(sha256)));
  const shownPhoto = await shownPhotos(database, originals);
  const photos = found.photos.map((photo, index) => ({ ...photo, picture: shownPhoto(originals[index] ?? null) }));
  return { ...found, photos };
}
