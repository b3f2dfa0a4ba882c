import { unedited } from "#app/domain/picture/photo-edits.ts";
import { mainWebSet } from "#app/domain/picture/web-set.ts";
import type { BlobKey } from "#app/services/blobs/blob-store.ts";
import type { Jobs } from "#app/services/queue/jobs.ts";
import type { WorkerContext } from "../context.ts";
import { ensureRenditions } from "../images/ensure-renditions.ts";
import { takePhoto } from "../intake/take-photo.ts";

/** Makes the photo that came with a store's application its public picture. */
export async function takeStorePhoto(
  context: Pick<WorkerContext, "database" | "blobs" | "renderPool" | "claims" | "log">,
  { storeId }: Jobs["take-store-photo"],
): Promise<void> {
  const { database, blobs, log } = context;
  const photo = await database.storeDocument.findFirst({ where: { application: { storeId }, kind: "store_photo" } });
  if (!photo) return;
  const taken = await takePhoto(context, photo.fileName, () => blobs.get(photo.blob as BlobKey));
  if (!taken.ok) {
    log.warn({ store: storeId, code: taken.issue.code }, "a store's photo cannot be shown");
    return;
  }
  const { sha256 } = taken.original;
  await ensureRenditions(
    context,
    mainWebSet.map((spec) => ({ ...unedited(sha256), spec })),
  );
  await database.store.update({ where: { id: storeId }, data: { photoSha256: sha256 } });
}
