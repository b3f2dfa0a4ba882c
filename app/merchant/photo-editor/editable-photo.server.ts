import { malls } from "#app/channels/registry.ts";
import type { EditablePhoto } from "#app/domain/picture/edit-steps.ts";
import { loadWebPictures } from "#app/domain/picture/load-web-pictures.ts";
import { type Box, type EditedPhoto, unedited } from "#app/domain/picture/photo-edits.ts";
import type { Database } from "#app/services/database/database.ts";
import type { DrawnPhoto } from "./edited-picture.tsx";

const minimumSide = Math.max(...Object.values(malls).map(({ spec }) => spec.pictures.minimumSide));

/** What the editor and its previews need of photos, by original; one without any picture yet is not in the map. */
export async function editablePhotos(
  database: Database,
  photos: readonly (EditedPhoto | null)[],
): Promise<Map<string, DrawnPhoto & EditablePhoto>> {
  const wanted = [...new Set(photos.flatMap((photo) => (photo ? [photo.sha256] : [])))];
  const [originals, pictureOf] = await Promise.all([
    database.original.findMany({
      where: { sha256: { in: wanted } },
      select: { sha256: true, width: true, height: true, subject: true },
    }),
    loadWebPictures(database, wanted.map(unedited)),
  ]);
  return new Map(
    originals.flatMap(({ sha256, subject, ...size }) => {
      const src = pictureOf(unedited(sha256))?.sources.at(-1)?.path;
      return src ? [[sha256, { ...size, src, subject: subject as Box | null, minimumSide }] as const] : [];
    }),
  );
}
