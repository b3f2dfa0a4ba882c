import type { Database } from "#app/services/database/database.ts";
import { hashToken } from "./secrets.ts";

/** Logs out here. */
export async function endSession(database: Database, token: string): Promise<void> {
  await database.session.deleteMany({ where: { tokenHash: hashToken(token) } });
}
