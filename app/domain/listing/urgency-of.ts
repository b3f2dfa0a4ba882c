import type { Database, Transaction } from "#app/services/database/database.ts";
import type { Listing } from "#app/services/database/generated/client.ts";
import { urgency } from "./listing-job.ts";

/** How soon the next step of a listing comes: what is to be gone before what is to be there, and unsafe food before all else. */
export async function urgencyOf(
  database: Database | Transaction,
  { productId, wanted }: Pick<Listing, "productId" | "wanted">,
): Promise<number> {
  if (wanted === "live") return urgency.bulk;
  const unsafe = await database.recall.count({ where: { productId, liftedAt: null, reason: "food_safety" } });
  return unsafe > 0 ? urgency.recall : urgency.takingDown;
}
