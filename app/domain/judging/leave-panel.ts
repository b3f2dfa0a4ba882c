import type { Transaction } from "#app/services/database/database.ts";
import { findRules, hasRubric } from "../season/find-rules.ts";
import { lockSeason } from "../season/lock-season.ts";
import { dealSlotsIn } from "./deal-slots.ts";

/**
 * Somebody is no curator any more, as their account says already: what they were dealt and did not give is dealt to the others. What
 * they gave still counts, and so does what they typed.
 */
export async function leavePanel(transaction: Transaction, accountId: string): Promise<void> {
  const seasons = await transaction.season.findMany({
    where: { state: "judging", slots: { some: { curatorId: accountId, givenAt: null } } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of seasons) {
    const season = await lockSeason(transaction, id);
    if (season?.state !== "judging") continue;
    const { rules } = await findRules(transaction, season);
    if (hasRubric(rules)) await dealSlotsIn(transaction, id, rules);
  }
}
