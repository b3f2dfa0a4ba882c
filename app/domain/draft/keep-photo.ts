import type { Transaction } from "#app/services/database/database.ts";
import { addJob } from "#app/services/queue/jobs.ts";

interface KeptPhoto {
  photoId: string;
  draftId: string;
  /** As the phone called it. */
  fileName: string;
  blob: string;
}

/** Puts what was uploaded behind the photos of its draft, whatever it is; a job looks at it. */
export async function keepPhoto(
  transaction: Transaction,
  { photoId, draftId, fileName, blob }: KeptPhoto,
): Promise<void> {
  const { _max } = await transaction.draftPhoto.aggregate({ where: { draftId }, _max: { position: true } });
  const name = [...fileName.replaceAll("\0", "")].slice(-255).join("");
  const position = (_max.position ?? -1) + 1;
  await transaction.draftPhoto.create({ data: { id: photoId, draftId, position, fileName: name, blob } });
  await addJob(transaction, "take-draft-photo", { photoId }, { key: `take-draft-photo ${photoId}` });
}
