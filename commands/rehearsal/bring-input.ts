import { basename, join } from "node:path";
import type { Wishes } from "./arguments.ts";
import { packPhotos } from "./pack-photos.ts";
import type { Play } from "./play-season.ts";
import type { Stage } from "./stage.ts";

/** Stores the sheet and the photos as an upload would have. */
export async function bringInput(
  { blobs, folder }: Stage,
  { sheet, photos }: Wishes,
): Promise<Pick<Play, "sheet" | "photos">> {
  const given = { sheet: { name: basename(sheet), blob: (await blobs.putFile(sheet)).key } };
  if (!photos) return { ...given, photos: null };
  const archive = await packPhotos(photos, join(folder, "photos.zip"));
  return { ...given, photos: { name: basename(photos), blob: (await blobs.putFile(archive)).key } };
}
