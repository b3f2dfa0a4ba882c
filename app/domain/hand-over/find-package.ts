import type { Database } from "#app/services/database/database.ts";

/** Where a delivered package lies, and what it is called; null when there is none. */
export async function findPackage(
  database: Database,
  reference: string,
): Promise<{ packageBlob: string; fileName: string } | null> {
  return database.handOver.findUnique({ where: { reference }, select: { packageBlob: true, fileName: true } });
}
