import type { Database } from "#app/services/database/database.ts";
import type { Progress } from "#app/services/database/generated/client.ts";

const recentMilliseconds = 10 * 60_000;

/** What runs for a store or ended in the last ten minutes: the same that an open page hears first. */
export async function listRecentProgress(database: Database, storeId: string): Promise<Progress[]> {
  return database.progress.findMany({
    where: {
      storeId,
      OR: [{ state: "running" }, { updatedAt: { gt: new Date(Date.now() - recentMilliseconds) } }],
    },
    orderBy: { updatedAt: "desc" },
    take: 200,
  });
}
