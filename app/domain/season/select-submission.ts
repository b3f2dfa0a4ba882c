import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { planListings } from "../listing/plan-listings.ts";
import { notifyStore } from "../outbox/notify-store.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { loadProductFacts } from "../product/load-product-facts.ts";
import { isReadyAnywhere, type MallRules, readinessForMalls } from "../product/readiness.ts";
import { findRules, hasRubric } from "./find-rules.ts";
import { lockSeason } from "./lock-season.ts";
import { lowestFreePlace } from "./lowest-free-place.ts";
import { redrawSeasonCards } from "./season-card.ts";
import { statesOpenForSelection, submissionStates } from "./states.ts";

export const selectSubmissionInput = z.object({ submissionId: z.uuid() });

/**
 * Gives a submission the season's lowest free place and sends its pinned version on its way to the malls. Refused when
 * no mall would take it, when it is already decided, or when every place is taken: the database itself has no 101st.
 */
export async function selectSubmission(
  database: Database,
  actor: Actor,
  { submissionId }: z.infer<typeof selectSubmissionInput>,
  malls: readonly MallRules[],
): Promise<Outcome<{ place: number }>> {
  return inTransaction(database, async (transaction) => {
    const submission = await transaction.submission.findUnique({ where: { id: submissionId } });
    if (!submission) return refused("submission.not_found");
    const { seasonId, productId, versionId } = submission;
    if (await transaction.recall.findFirst({ where: { productId, liftedAt: null } }))
      return refused("product.recalled");
    const season = await lockSeason(transaction, seasonId);
    if (!season || !statesOpenForSelection.includes(season.state)) return refused("season.not_open");
    if (hasRubric((await findRules(transaction, season)).rules)) return refused("season.by_rubric");

    const facts = (await loadProductFacts(transaction, [versionId])).get(versionId);
    if (!facts) return refused("submission.not_found");
    const readiness = readinessForMalls(facts, malls);
    if (!isReadyAnywhere(readiness)) {
      return {
        ok: false,
        issues: [...refused("submission.not_ready").issues, ...readiness.flatMap((one) => one.issues)],
      };
    }

    const number = await lowestFreePlace(transaction, seasonId, season.places);
    if (number === null) return refused("season.full", {}, { params: { places: season.places } });
    const { count } = await transaction.submission.updateMany({
      where: { id: submissionId, state: { in: submissionStates.sourcesOf("selected") } },
      data: { state: "selected", decidedAt: new Date() },
    });
    if (count === 0) return refused("submission.not_selectable");
    await transaction.place.create({ data: { seasonId, number, seasonPlaces: season.places, submissionId } });

    await recordAudit(transaction, actor, {
      action: "select-submission",
      subject: { kind: "submission", id: submissionId },
      versionAfter: versionId,
      details: { place: number },
    });
    await redrawSeasonCards(transaction, { id: seasonId });
    await planListings(transaction, actor, { productId, versionId }, malls);
    const { storeId } = await transaction.product.findUniqueOrThrow({ where: { id: productId } });
    const params = { product: facts.name, page: `/merchant/products/${productId}` };
    await notifyStore(transaction, storeId, { template: "selected", params, event: submissionId, bundle: seasonId });
    return done({ place: number });
  });
}
