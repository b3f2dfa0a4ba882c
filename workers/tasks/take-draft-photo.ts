import { beginDraftPhoto, recordDraftPhoto } from "#app/domain/draft/record-photo.ts";
import { takeComingPhoto } from "#app/domain/product/product-photos.ts";
import type { BlobKey } from "#app/services/blobs/blob-store.ts";
import type { Jobs } from "#app/services/queue/jobs.ts";
import type { WorkerContext } from "../context.ts";
import { takePhoto } from "../intake/take-photo.ts";

/** Makes what a phone sent an original, or says why it is none; the file that came is kept either way. */
export async function takeDraftPhoto(
  context: Pick<WorkerContext, "database" | "blobs" | "renderPool" | "claims">,
  { photoId }: Jobs["take-draft-photo"],
): Promise<void> {
  const { database, blobs } = context;
  const photo = await database.draftPhoto.findFirst({ where: { id: photoId, state: "waiting" } });
  // One that a killed run had recorded is still on its way to its product.
  if (!photo) return takeComingPhoto(database, photoId);
  await beginDraftPhoto(database, photoId);
  const taken = await takePhoto(context, photo.fileName, () => blobs.get(photo.blob as BlobKey));
  await recordDraftPhoto(database, photoId, taken.ok ? { sha256: taken.original.sha256 } : { issue: taken.issue });
  await takeComingPhoto(database, photoId);
}
