import type { Database, Transaction } from "#app/services/database/database.ts";
import { withoutRubric } from "./default-rules.ts";
import { type RubricRules, type Rules, readRules } from "./rules.ts";

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
  const latest = await database.seasonRules.findFirst({ where: { seasonId }, orderBy: { version: "desc" } });
  if (!latest) return { version: 0, rules: withoutRubric(places) };
  return { version: latest.version, rules: readRules(latest.rules) };
}

export function hasRubric(rules: Rules): rules is RubricRules {
  return rules.rubric !== null;
}
