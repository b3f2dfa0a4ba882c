import type { Database } from "#app/services/database/database.ts";
import type { RecallReason } from "#app/services/database/generated/enums.ts";

export interface OpenRecall {
  productId: string;
  productName: string;
  reason: RecallReason;
  deadlineAt: Date;
  late: boolean;
  /** Malls that have or had it, and how many of them confirmed that it is gone. */
  malls: number;
  confirmed: number;
}

/** Recalls that not every mall has confirmed, the most urgent first. */
export async function listOpenRecalls(database: Database, now = new Date()): Promise<OpenRecall[]> {
  const open = await database.recall.findMany({
    where: { confirmedAt: null },
    orderBy: { deadlineAt: "asc" },
    include: {
      product: {
        select: {
          sku: true,
          versions: { orderBy: { number: "desc" }, take: 1, select: { name: true } },
          listings: { select: { state: true } },
        },
      },
    },
  });
  return open.map(({ productId, reason, deadlineAt, product }) => ({
    productId,
    productName: product.versions[0]?.name ?? product.sku,
    reason,
    deadlineAt,
    late: deadlineAt < now,
    malls: product.listings.length,
    confirmed: product.listings.filter(({ state }) => state === "withdrawn").length,
  }));
}
