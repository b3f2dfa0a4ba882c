import { findCurrentSeason } from "#app/domain/season/find-current-season.ts";
import { findRubric } from "#app/domain/season/find-rules.ts";
import { statesOpenForSubmission } from "#app/domain/season/states.ts";
import type { Database } from "#app/services/database/database.ts";

/** Name of the season that takes products now; null while none does. */
export async function openSeason(database: Database): Promise<string | null> {
  const season = await findCurrentSeason(database);
  return season && statesOpenForSubmission.includes(season.state) ? season.name : null;
}

/** Whether the current season is decided by curators' marks, so that it matters who they are. */
export async function isJudgedByMarks(database: Database): Promise<boolean> {
  const season = await findCurrentSeason(database);
  return season !== null && (await findRubric(database, season.id)) !== null;
}
