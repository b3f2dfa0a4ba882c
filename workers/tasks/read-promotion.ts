import { recordReading } from "#app/domain/promotion/record-reading.ts";
import type { WorkerContext } from "../context.ts";

/** Reads what a creator handed in, or looks whether what was accepted still stands as it did. */
export async function readPromotion(
  { database, pages }: Pick<WorkerContext, "database" | "pages">,
  { promotionId }: { promotionId: string },
): Promise<void> {
  const promotion = await database.promotion.findUnique({ where: { id: promotionId }, select: { address: true } });
  if (!promotion) return;
  await recordReading(database, { promotionId, read: await pages.read(promotion.address) });
}
