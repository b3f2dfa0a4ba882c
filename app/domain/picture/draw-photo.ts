import type { Transaction } from "#app/services/database/database.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import { announcePhotos, type PhotosOf } from "./announce-photos.ts";
import { type EditedPhoto, editsRecipe } from "./photo-edits.ts";

/** Has the small pictures made of a photo that was just edited; open pages hear of it now and when they are made. */
export async function askToDraw(transaction: Transaction, { sha256, edits }: EditedPhoto, of: PhotosOf): Promise<void> {
  const recipe = editsRecipe(edits);
  const key = `draw-photo ${of.id} ${sha256} ${JSON.stringify(recipe)}`;
  await addJob(transaction, "draw-photo", { sha256, edits: recipe, of }, { key });
  await announcePhotos(transaction, of);
}
