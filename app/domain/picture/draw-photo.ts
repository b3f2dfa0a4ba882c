import type { Transaction } from "#app/services/database/database.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import { type EditedPhoto, editsRecipe } from "./photo-edits.ts";

/** Has the small pictures made of a photo that was just edited. */
export async function askToDraw(transaction: Transaction, { sha256, edits }: EditedPhoto): Promise<void> {
  const recipe = editsRecipe(edits);
  const key = `draw-photo ${sha256} ${JSON.stringify(recipe)}`;
  await addJob(transaction, "draw-photo", { sha256, edits: recipe }, { key });
}
