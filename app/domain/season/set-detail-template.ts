import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { detailTemplates } from "../detail-page/templates.ts";
import { done, type Outcome, refused } from "../outcome.ts";

export const setDetailTemplateInput = z.object({
  seasonId: z.uuid(),
  /** Empty: what suits each product. */
  template: z.enum([...detailTemplates, ""]).transform((chosen) => (chosen === "" ? null : chosen)),
});

/** How the detail pages of a season are built whose merchants did not choose, from the next time they are sent. */
export async function setDetailTemplate(
  database: Database,
  actor: Actor,
  { seasonId, template }: z.infer<typeof setDetailTemplateInput>,
): Promise<Outcome<null>> {
  return inTransaction(database, async (transaction) => {
    const { count } = await transaction.season.updateMany({
      where: { id: seasonId },
      data: { detailTemplate: template },
    });
    if (count === 0) return refused("season.none");
    await recordAudit(transaction, actor, {
      action: "set-detail-template",
      subject: { kind: "season", id: seasonId },
      details: { template },
    });
    return done(null);
  });
}
