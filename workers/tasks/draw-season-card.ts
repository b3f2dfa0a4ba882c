import { listSeasonCards } from "#app/domain/season/season-card.ts";
import type { Jobs } from "#app/services/queue/jobs.ts";
import type { WorkerContext } from "../context.ts";
import { ensureSeasonCard } from "../images/season-card/ensure-season-card.ts";

/** Draws what stands for a season's list where its page is shared. Until it is drawn the page shows its first product's picture. */
export async function drawSeasonCard(
  context: Pick<WorkerContext, "database" | "blobs" | "renderPool" | "claims" | "log">,
  { seasonId }: Jobs["draw-season-card"],
): Promise<void> {
  for (const card of await listSeasonCards(context.database, seasonId)) {
    const issues = await ensureSeasonCard(context, card);
    for (const { code } of issues) context.log.warn({ seasonId, code }, "a season's card could not be drawn");
  }
}
