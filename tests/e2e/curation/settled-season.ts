import { advanceSeason } from "#app/domain/season/advance-season.ts";
import { changeRules } from "#app/domain/season/change-rules.ts";
import { defaultRules } from "#app/domain/season/default-rules.ts";
import { keepGivenMarks } from "./given-marks.ts";
import { rules as handRules } from "./marks.ts";
import { openSeasonHouse, requireDone } from "./season-house.ts";

export interface SettledSeason {
  origin: string;
  /** Cookie of the office. */
  session: string;
  /** By place, from 1. */
  placed: string[];
  stop(): Promise<void>;
}

/** A house in which 300 products were judged by five curators and the list is settled, within quotas; the pages must be built. */
export async function openSettledSeason(folder: string): Promise<SettledSeason> {
  const house = await openSeasonHouse(folder);
  const { database } = house;
  const { seasonId, office } = house.season;
  const actor = { kind: "person" as const, accountId: office.id, role: "office" as const };
  const [least, most] = [handRules.least.hundred_year ?? 0, handRules.most.craft ?? null];
  const rules = {
    ...defaultRules(handRules.places),
    gates: ["domestic" as const],
    quotas: { hundred_year: { min: least, max: null }, craft: { min: 0, max: most } },
  };
  requireDone(await changeRules(database, actor, { seasonId, rules }, []));
  requireDone(await advanceSeason(database, actor, { seasonId, to: "judging" }, []));
  await keepGivenMarks(house).giveTheRest();
  requireDone(await advanceSeason(database, actor, { seasonId, to: "frozen" }, []));
  const places = await database.place.findMany({ orderBy: { number: "asc" } });
  return {
    origin: house.origin,
    session: office.session,
    placed: places.map(({ submissionId }) => submissionId),
    stop: house.stop,
  };
}
