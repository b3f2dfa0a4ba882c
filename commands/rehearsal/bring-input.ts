import { basename, join } from "node:path";
import { sayIssue } from "#app/messages/issues.ts";
import { openPhotos } from "#app/services/archives/open-photos.ts";
import { PhotoRefused } from "#app/services/archives/photo-refused.ts";
import { UnreadableInput, type Wishes } from "./arguments.ts";
import { packPhotos } from "./pack-photos.ts";
import type { Play } from "./play-season.ts";
import type { Stage } from "./stage.ts";

/** Stores the sheet and the photos as an upload would have. @throws UnreadableInput when the photos are no archive at all */
export async function bringInput(
  { blobs, folder }: Stage,
  { sheet, photos }: Wishes,
): Promise<Pick<Play, "sheet" | "photos">> {
  const { key: sheetBlob } = await blobs.putFile(sheet);
  const given = { sheet: { name: basename(sheet), blob: sheetBlob } };
  if (!photos) return { ...given, photos: null };
  const archive = await packPhotos(photos, join(folder, "photos.zip"));
  await requireReadable(archive);
  return { ...given, photos: { name: basename(photos), blob: (await blobs.putFile(archive)).key } };
}

async function requireReadable(archive: string): Promise<void> {
  try {
    for await (const _ of openPhotos(archive)) break;
  } catch (error) {
    if (error instanceof PhotoRefused) throw new UnreadableInput(sayIssue("ko", error.issue));
    throw error;
  }
}
