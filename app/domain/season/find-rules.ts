import type { Database, Transaction } from "#app/services/database/database.ts";
import { withoutRubric } from "./default-rules.ts";
import { type Rubric, type RubricRules, type Rules, readRules } from "./rules.ts";

export interface StandingRules {
  /** 0: the season was given none and goes without a rubric. */
  version: number;
  rules: Rules;
}

/** The rules that hold in a season. */
export async function findRules(
  database: Database | Transaction,
  { id: seasonId, places }: { id: string; places: number },
): Promise<StandingRules> {
  return (await findLatest(database, seasonId)) ?? { version: 0, rules: withoutRubric(places) };
}

/** What its marks are counted by; null: curators choose directly, with one mark. */
export async function findRubric(database: Database | Transaction, seasonId: string): Promise<Rubric | null> {
  return (await findLatest(database, seasonId))?.rules.rubric ?? null;
}

async function findLatest(database: Database | Transaction, seasonId: string): Promise<StandingRules | null> {
  const latest = await database.seasonRules.findFirst({ where: { seasonId }, orderBy: { version: "desc" } });
  return latest && { version: latest.version, rules: readRules(latest.rules) };
}

export function hasRubric(rules: Rules): rules is RubricRules {
  return rules.rubric !== null;
}
