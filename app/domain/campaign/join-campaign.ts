import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { refuseHelper } from "../help/only-merchant.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { lockStore } from "../store/load-store-record.ts";
import { receivesVisitors, receivesVisitorsInclude } from "../store/receives-visitors.ts";
import { cancelStoreVisits } from "../visit/cancel-store-visits.ts";
import { holdPlace } from "../visit/hold-place.ts";
import { moveUp } from "../visit/move-up.ts";
import { covers } from "./covers.ts";

export const joinCampaignInput = z.object({
  storeId: z.uuid(),
  campaignId: z.uuid(),
  /** The most visits the store takes. */
  capacity: z.coerce.number().int().min(1).max(200),
  houseRules: z.string().trim().max(1000).default(""),
  /** Whoever asks first for a free slot has it. */
  agreesAtOnce: z.boolean().default(false),
});

/** A store takes part, or changes how: more room moves the waiting list up. */
export async function joinCampaign(
  database: Database,
  actor: Actor,
  input: z.infer<typeof joinCampaignInput>,
  now = new Date(),
): Promise<Outcome<null>> {
  const helper = refuseHelper(actor);
  if (helper) return helper;
  const { storeId, campaignId, ...terms } = joinCampaignInput.parse(input);
  return inTransaction(database, async (transaction) => {
    await lockStore(transaction, storeId);
    const store = await transaction.store.findUnique({
      where: { id: storeId },
      include: receivesVisitorsInclude,
    });
    const campaign = await transaction.campaign.findUnique({ where: { id: campaignId } });
    if (!store) return refused("store.not_found");
    if (!campaign || campaign.state === "preparing") return refused("campaign.not_found");
    if (campaign.state !== "open") return refused("campaign.not_open");
    if (!covers(campaign, store)) return refused("campaign.store_not_covered");
    if (store.state !== "approved" || !receivesVisitors(store)) return refused("campaign.store_not_receiving");
    const place = await holdPlace(transaction, { campaignId, storeId });
    if (place && place.booked > terms.capacity) {
      return refused("campaign.capacity_below_booked", { field: "capacity" }, { params: { booked: place.booked } });
    }
    const key = { campaignId_storeId: { campaignId, storeId } };
    const again = place?.leftAt ? { optedInAt: now, leftAt: null } : {};
    await transaction.campaignStore.upsert({
      where: key,
      create: { campaignId, storeId, ...terms, optedInAt: now },
      update: { ...terms, ...again },
    });
    await recordAudit(transaction, actor, {
      action: "join-campaign",
      subject: { kind: "store", id: storeId },
      details: { campaign: campaignId, capacity: terms.capacity },
    });
    await moveUp(transaction, { campaignId, storeId }, now);
    return done(null);
  });
}

export const leaveCampaignInput = joinCampaignInput.pick({ storeId: true, campaignId: true });

/** The store takes no visits of this campaign any more: whoever asked or is booked is told. */
export async function leaveCampaign(
  database: Database,
  actor: Actor,
  { storeId, campaignId }: z.infer<typeof leaveCampaignInput>,
  now = new Date(),
): Promise<Outcome<{ cancelled: number }>> {
  const helper = refuseHelper(actor);
  if (helper) return helper;
  return inTransaction(database, async (transaction) => {
    const place = await holdPlace(transaction, { campaignId, storeId });
    if (!place || place.leftAt) return refused("campaign.not_joined");
    await recordAudit(transaction, actor, {
      action: "leave-campaign",
      subject: { kind: "store", id: storeId },
      details: { campaign: campaignId },
    });
    return done({ cancelled: await cancelStoreVisits(transaction, actor, { storeId, campaignId }, now) });
  });
}
