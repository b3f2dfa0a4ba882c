import type { Database } from "#app/services/database/database.ts";
import { SeasonState, type SubmissionState } from "#app/services/database/generated/enums.ts";
import { seasonStates } from "./states.ts";

export interface CurrentSeason {
  id: string;
  year: number;
  name: string;
  state: SeasonState;
  places: number;
  taken: number;
  /** How many submissions are in each state. */
  submissions: Record<SubmissionState, number>;
  /** Where it may go from here. */
  next: SeasonState[];
}

/** The season people work on: the newest that is not closed, or the newest of all; null before the first. */
export async function findSeason(database: Database): Promise<CurrentSeason | null> {
  const season =
    (await database.season.findFirst({ where: { state: { not: "closed" } }, orderBy: { year: "desc" } })) ??
    (await database.season.findFirst({ orderBy: { year: "desc" } }));
  if (!season) return null;
  const { id, year, name, state, places } = season;
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
