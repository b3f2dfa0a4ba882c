import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { SeasonState } from "#app/services/database/generated/enums.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { seasonStates } from "./states.ts";

export const advanceSeasonInput = z.object({ seasonId: z.uuid(), to: z.enum(SeasonState) });

/** Moves a season to its next state. */
export async function advanceSeason(
  database: Database,
  actor: Actor,
  { seasonId, to }: z.infer<typeof advanceSeasonInput>,
): Promise<Outcome<{ to: SeasonState }>> {
  return inTransaction(database, async (transaction) => {
    const season = await transaction.season.findUnique({ where: { id: seasonId } });
    if (!season) return refused("season.none");
    const { count } = await transaction.season.updateMany({
      where: { id: seasonId, state: { in: seasonStates.sourcesOf(to) } },
      data: { state: to },
    });
    if (count === 0) return refused("season.cannot_advance");
    await recordAudit(transaction, actor, {
      action: "advance-season",
      subject: { kind: "season", id: seasonId },
      details: { from: season.state, to },
    });
    if (to === "frozen") await addJob(transaction, "seal-audit", {}, { key: "seal-audit" });
    return done({ to });
  });
}
