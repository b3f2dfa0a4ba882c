import type { Database } from "#app/services/database/database.ts";

const day = 24 * 60 * 60_000;

/** Removes sessions, codes, tries and links that are over; limits look back one day, so that much is kept. */
export async function deleteExpired(database: Database, now = new Date()): Promise<void> {
  const yesterday = new Date(now.getTime() - day);
  await database.session.deleteMany({ where: { expiresAt: { lt: now } } });
  await database.loginCode.deleteMany({ where: { createdAt: { lt: yesterday } } });
  await database.loginTry.deleteMany({ where: { createdAt: { lt: yesterday } } });
  await database.oneTimeLink.deleteMany({ where: { expiresAt: { lt: yesterday } } });
}
