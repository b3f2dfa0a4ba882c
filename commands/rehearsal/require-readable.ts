import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { readCatalog } from "#app/domain/intake/read-catalog.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { sayIssue } from "#app/messages/issues.ts";
import { openPhotos } from "#app/services/archives/open-photos.ts";
import { PhotoRefused } from "#app/services/archives/photo-refused.ts";
import { openSheet, SheetRefused } from "#app/services/sheets/open-sheet.ts";
import { sniffMediaType } from "#app/services/uploads/media-type.ts";
import { UnreadableInput, type Wishes } from "./arguments.ts";

/** Opens the sheet and the photos before a stage is built for them. @throws UnreadableInput when either is none at all */
export async function requireReadable({ sheet, photos }: Wishes): Promise<void> {
  try {
    const catalog = await readCatalog(await openSheet({ path: sheet, name: basename(sheet) }));
    await catalog.verdicts.return();
    if (!photos) return;
    const given = await stat(photos);
    if (given.isDirectory()) return;
    for await (const { name, size } of openPhotos(photos)) {
      // What is no zip is taken for one photo, which an archive of another kind is not.
      const isItself = name === basename(photos) && size === given.size;
      if (isItself && !(await isPicture(photos))) throw new PhotoRefused("photo.archive_unreadable", name);
      break;
    }
  } catch (error) {
    if (error instanceof SheetRefused || error instanceof PhotoRefused) throw new UnreadableInput(oneLine(error.issue));
    throw error;
  }
}

async function isPicture(path: string): Promise<boolean> {
  return (await sniffMediaType(path))?.startsWith("image/") ?? false;
}

function oneLine(issue: Issue): string {
  return `${sayIssue("ko", issue)} / ${sayIssue("en", issue)}`.replaceAll("\n", " ");
}
