import { announcePhotos } from "#app/domain/picture/announce-photos.ts";
import { storedEdits } from "#app/domain/picture/photo-edits.ts";
import { arrivalSet } from "#app/domain/picture/web-set.ts";
import type { Jobs } from "#app/services/queue/jobs.ts";
import type { WorkerContext } from "../context.ts";
import { ensureRenditions } from "../images/ensure-renditions.ts";

/** Makes the small pictures of a photo as its merchant has just edited it. */
export async function drawPhoto(
  context: Pick<WorkerContext, "database" | "blobs" | "renderPool" | "claims" | "log">,
  { sha256, edits: recipe, of }: Jobs["draw-photo"],
): Promise<void> {
  const edits = storedEdits(recipe);
  const issues = await ensureRenditions(
    context,
    arrivalSet.map((spec) => ({ sha256, edits, spec })),
  );
  for (const { code } of issues) context.log.warn({ original: sha256, code }, "an edited photo could not be drawn");
  await announcePhotos(context.database, of);
}
