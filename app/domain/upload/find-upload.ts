import type { Database } from "#app/services/database/database.ts";

export interface OpenUpload {
  id: string;
  name: string;
  /** As announced. */
  bytes: number;
  createdAt: Date;
}

/** An account's own upload that no import has taken; null for anybody else's. */
export async function findUpload(
  database: Database,
  { id, accountId }: { id: string; accountId: string },
): Promise<OpenUpload | null> {
  const found = await database.upload.findFirst({ where: { id, accountId, takenAt: null } });
  if (!found) return null;
  const { fileName, bytes, createdAt } = found;
  return { id, name: fileName, bytes: Number(bytes), createdAt };
}

/** Notes that an upload's last byte is on the disk. */
export async function recordArrival(database: Database, id: string): Promise<void> {
  await database.upload.updateMany({ where: { id, arrivedAt: null }, data: { arrivedAt: new Date() } });
}
