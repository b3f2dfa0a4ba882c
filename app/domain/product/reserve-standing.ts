import type { Reserve, Season } from "#app/services/database/generated/client.ts";
import { statesPublished } from "../season/states.ts";

/** Where a product that is not chosen waits, as its merchant has been told. */
export interface ReserveStanding {
  rank: number;
  /** The season is closed: nobody moves up any more. */
  over: boolean;
}

/** What a submission is read with. */
export const withReserve = { reserve: true, season: { select: { state: true } } } as const;

/** Null before the list is published, and for whoever is not on reserve or no longer. */
export function readReserve(submission: {
  reserve: Reserve | null;
  season: Pick<Season, "state">;
}): ReserveStanding | null {
  const { reserve, season } = submission;
  if (reserve?.state !== "waiting" || !statesPublished.includes(season.state)) return null;
  return { rank: reserve.rank, over: season.state === "closed" };
}
