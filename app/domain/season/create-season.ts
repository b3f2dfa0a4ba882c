import { z } from "zod";
import { type Database, inTransaction, isUniqueViolation } from "#app/services/database/database.ts";
import type { Season } from "#app/services/database/generated/client.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";

export const createSeasonInput = z.object({
  year: z.coerce.number().int().min(2020).max(2100),
  name: z.string().trim().min(1).max(100),
  places: z.coerce.number().int().min(1).max(1000).default(100),
});

/** A new season in preparation; one a year. */
export async function createSeason(
  database: Database,
  actor: Actor,
  input: z.infer<typeof createSeasonInput>,
): Promise<Outcome<Season>> {
  try {
    return await inTransaction(database, async (transaction) => {
      const season = await transaction.season.create({ data: input });
      await recordAudit(transaction, actor, { action: "create-season", subject: { kind: "season", id: season.id } });
      return done(season);
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refused("season.year_taken", {}, { params: { year: input.year } });
    throw error;
  }
}
