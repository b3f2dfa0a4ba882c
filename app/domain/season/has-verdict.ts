import type { Database } from "#app/services/database/database.ts";
import { statesPublished } from "./states.ts";

/** Whether a list that was decided by marks is published, in which the product was entered: then there is something to explain. */
export async function hasVerdict(database: Database, productId: string): Promise<boolean> {
  const found = await database.submission.findFirst({
    where: { productId, season: { state: { in: [...statesPublished] }, results: { some: {} } } },
    select: { id: true },
  });
  return found !== null;
}
