import type { Database, Transaction } from "#app/services/database/database.ts";
import type { Season } from "#app/services/database/generated/client.ts";

/** The season of the latest year; null before the first one. */
export async function findCurrentSeason(database: Database | Transaction): Promise<Season | null> {
  return database.season.findFirst({ orderBy: { year: "desc" } });
}
