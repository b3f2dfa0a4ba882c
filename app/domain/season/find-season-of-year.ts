import type { Database } from "#app/services/database/database.ts";
import type { Season } from "#app/services/database/generated/client.ts";

export interface SeasonOfYear {
  season: Season;
  /** Of every season, the latest first. */
  years: number[];
}

/** The season of a year, or of the latest when none is named; null when there is no such season. */
export async function findSeasonOfYear(database: Database, year: number | null): Promise<SeasonOfYear | null> {
  const seasons = await database.season.findMany({ orderBy: { year: "desc" } });
  const season = year === null ? seasons[0] : seasons.find((one) => one.year === year);
  return season ? { season, years: seasons.map((one) => one.year) } : null;
}
