import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { readCatalog } from "#app/domain/intake/read-catalog.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { sayIssue } from "#app/messages/issues.ts";
import { openPhotos } from "#app/services/archives/open-photos.ts";
import { PhotoRefused } from "#app/services/archives/photo-refused.ts";
import { openSheet, SheetRefused } from "#app/services/sheets/open-sheet.ts";
import { UnreadableInput, type Wishes } from "./arguments.ts";

/** Opens the sheet and the photos before a stage is built for them. @throws UnreadableInput when either is none at all */
export async function requireReadable({ sheet, photos }: Wishes): Promise<void> {
  try {
    const catalog = await readCatalog(await openSheet({ path: sheet, name: basename(sheet) }));
    await catalog.verdicts.return();
    if (!photos || (await stat(photos)).isDirectory()) return;
    for await (const _ of openPhotos(photos)) break;
  } catch (error) {
    if (error instanceof SheetRefused || error instanceof PhotoRefused) throw new UnreadableInput(oneLine(error.issue));
    throw error;
  }
}

function oneLine(issue: Issue): string {
  return `${sayIssue("ko", issue)} / ${sayIssue("en", issue)}`.replaceAll("\n", " ");
}
