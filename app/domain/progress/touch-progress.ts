import type { Database } from "#app/services/database/database.ts";

/** A step of an import was made that changes no number. */
export async function touchProgress(database: Database, importId: string): Promise<void> {
  await database.progress.updateMany({ where: { id: importId, kind: "import" }, data: { updatedAt: new Date() } });
}
