import type { Database } from "#app/services/database/database.ts";
import { bookedStates } from "../visit/states.ts";

/** A store's part in a campaign with the slots it gives from now on; null when it takes no part. */
export async function findPlace(database: Database, key: { campaignId: string; storeId: string }, now = new Date()) {
  const place = await database.campaignStore.findUnique({
    where: { campaignId_storeId: key, leftAt: null },
    include: {
      slots: {
        where: { removedAt: null, endsAt: { gt: now } },
        orderBy: { startsAt: "asc" },
        include: {
          visits: {
            where: { state: { in: [...bookedStates] } },
            select: { creator: { select: { creator: { select: { penName: true } } } } },
          },
        },
      },
    },
  });
  if (!place) return null;
  const { capacity, booked, houseRules, agreesAtOnce, slots } = place;
  return {
    ...{ capacity, booked, houseRules, agreesAtOnce },
    slots: slots.map(({ id, startsAt, endsAt, visits }) => ({
      ...{ id, startsAt, endsAt },
      bookedBy: visits[0]?.creator.creator?.penName ?? null,
    })),
  };
}

/** Stores of a campaign, for the office. */
export async function listCampaignStores(database: Database, campaignId: string) {
  const rows = await database.campaignStore.findMany({
    where: { campaignId },
    include: {
      store: { select: { name: true, slug: true } },
      _count: { select: { slots: { where: { removedAt: null } } } },
    },
    orderBy: { store: { name: "asc" } },
  });
  return rows.map(({ storeId, store, capacity, booked, leftAt, _count }) => ({
    ...{ storeId, name: store.name, capacity, booked, slots: _count.slots, left: leftAt !== null },
  }));
}
