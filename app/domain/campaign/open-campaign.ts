import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { dayOf, seoulDay } from "../visit/seoul-time.ts";
import { campaignStates } from "./states.ts";

export const campaignInput = z.object({ campaignId: z.uuid() });

/** Stores may take part and creators ask for visits from now on. */
export async function openCampaign(
  database: Database,
  actor: Actor,
  { campaignId }: z.infer<typeof campaignInput>,
  now = new Date(),
): Promise<Outcome<null>> {
  const notOffice = refuseUnlessOffice(actor);
  if (notOffice) return notOffice;
  return inTransaction(database, async (transaction) => {
    const campaign = await transaction.campaign.findUnique({ where: { id: campaignId } });
    if (!campaign) return refused("campaign.not_found");
    if (dayOf(campaign.endsOn) < seoulDay(now)) return refused("campaign.over");
    const { count } = await transaction.campaign.updateMany({
      where: { id: campaignId, state: { in: campaignStates.sourcesOf("open") } },
      data: { state: "open", openedAt: now },
    });
    if (count === 0) return refused("campaign.not_preparing");
    await recordAudit(transaction, actor, { action: "open-campaign", subject: { kind: "campaign", id: campaignId } });
    return done(null);
  });
}

/** No store joins and nobody asks any more; what is agreed takes place. */
export async function closeCampaign(
  database: Database,
  actor: Actor,
  { campaignId }: z.infer<typeof campaignInput>,
): Promise<Outcome<null>> {
  const notOffice = refuseUnlessOffice(actor);
  if (notOffice) return notOffice;
  return inTransaction(database, async (transaction) => {
    const { count } = await transaction.campaign.updateMany({
      where: { id: campaignId, state: { in: campaignStates.sourcesOf("closed") } },
      data: { state: "closed" },
    });
    if (count === 0) return refused("campaign.not_open");
    await recordAudit(transaction, actor, { action: "close-campaign", subject: { kind: "campaign", id: campaignId } });
    return done(null);
  });
}
