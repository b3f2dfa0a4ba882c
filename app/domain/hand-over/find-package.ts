import type { Database } from "#app/services/database/database.ts";

/** Where a package lies, and what it is called; the last edition unless another is asked for, null when there is none. */
export async function findPackage(
  database: Database,
  reference: string,
  edition: number | null = null,
): Promise<{ packageBlob: string; fileName: string } | null> {
  return database.handOverPackage.findFirst({
    where: { reference, ...(edition !== null && { edition }) },
    orderBy: { edition: "desc" },
    select: { packageBlob: true, fileName: true },
  });
}
