import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { reasonInput, recordDecision } from "./decisions.ts";
import { lockSeason } from "./lock-season.ts";
import { redrawSeasonCards } from "./season-card.ts";
import { statesOpenForSelection, submissionStates } from "./states.ts";
import { takeDown } from "./withdraw-submission.ts";

export const deselectSubmissionInput = z.object({ submissionId: z.uuid(), reason: reasonInput });

/** A direct selection is taken back: the place is free, listings come down, and the product waits again. */
export async function deselectSubmission(
  database: Database,
  actor: Actor,
  { submissionId, reason }: z.infer<typeof deselectSubmissionInput>,
): Promise<Outcome<{ place: number }>> {
  return inTransaction(database, async (transaction) => {
    const found = await transaction.submission.findUnique({ where: { id: submissionId } });
    if (!found) return refused("submission.not_found");
    const { seasonId, productId } = found;
    const season = await lockSeason(transaction, seasonId);
    if (!season || !statesOpenForSelection.includes(season.state)) return refused("season.not_open");
    const place = await transaction.place.findUnique({ where: { submissionId } });
    const { count } = await transaction.submission.updateMany({
      where: { id: submissionId, state: { in: submissionStates.sourcesOf("submitted") }, place: { isNot: null } },
      data: { state: "submitted", decidedAt: null },
    });
    if (count === 0 || !place) return refused("by_hand.not_placed");
    await transaction.place.delete({ where: { submissionId } });
    await takeDown(transaction, productId, new Date());
    await redrawSeasonCards(transaction, { id: seasonId });
    const details = { to: "out" as const, place: place.number };
    await recordDecision(transaction, actor, { seasonId, kind: "by_hand", submissionId, reason, details });
    await recordAudit(transaction, actor, {
      action: "deselect-submission",
      subject: { kind: "submission", id: submissionId },
      details: { place: place.number },
    });
    return done({ place: place.number });
  });
}
