import type { Database } from "#app/services/database/database.ts";
import { SeasonState, type SubmissionState } from "#app/services/database/generated/enums.ts";
import type { DetailTemplate } from "../detail-page/templates.ts";
import { findCurrentSeason } from "./find-current-season.ts";
import { seasonStates } from "./states.ts";

export interface SeasonOverview {
  id: string;
  year: number;
  name: string;
  state: SeasonState;
  places: number;
  /** Null: what suits each product. */
  detailTemplate: DetailTemplate | null;
  taken: number;
  /** How many submissions are in each state. */
  submissions: Record<SubmissionState, number>;
  /** Where it may go from here. */
  next: SeasonState[];
}

/** How far the current season has come; null before the first. */
export async function findSeasonOverview(database: Database): Promise<SeasonOverview | null> {
  const season = await findCurrentSeason(database);
  if (!season) return null;
  const { id, year, name, state, places, detailTemplate } = season;
  const [taken, counted] = await Promise.all([
    database.place.count({ where: { seasonId: id } }),
    database.submission.groupBy({ by: ["state"], where: { seasonId: id }, _count: true }),
  ]);
  const countOf = (one: SubmissionState) => counted.find((group) => group.state === one)?._count ?? 0;
  return {
    id,
    year,
    name,
    state,
    places,
    detailTemplate,
    taken,
    submissions: {
      submitted: countOf("submitted"),
      selected: countOf("selected"),
      rejected: countOf("rejected"),
      withdrawn: countOf("withdrawn"),
    },
    next: Object.values(SeasonState).filter((to) => seasonStates.allows(state, to)),
  };
}
