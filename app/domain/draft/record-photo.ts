import type { Database } from "#app/services/database/database.ts";
import type { Issue } from "../issue/issue.ts";
import { toStored } from "../issue/stored-issues.ts";

/** Its turn has come; a run after one that was killed changes nothing. */
export async function beginDraftPhoto(database: Database, photoId: string): Promise<void> {
  await database.draftPhoto.updateMany({ where: { id: photoId, begunAt: null }, data: { begunAt: new Date() } });
}

/** What the job found; a photo that was decided before stays so. */
export async function recordDraftPhoto(
  database: Database,
  photoId: string,
  found: { sha256: string } | { issue: Issue },
): Promise<void> {
  const data =
    "sha256" in found
      ? { state: "ready" as const, sha256: found.sha256 }
      : { state: "refused" as const, issues: toStored([found.issue]) };
  await database.draftPhoto.updateMany({ where: { id: photoId, state: "waiting" }, data });
}
