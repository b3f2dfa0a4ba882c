import type { Database } from "#app/services/database/database.ts";
import type { Benefit, CampaignState, StoreKind } from "#app/services/database/generated/enums.ts";
import { dayOf, seoulDay } from "../visit/seoul-time.ts";
import { covers } from "./covers.ts";

export interface ListedCampaign {
  id: string;
  name: string;
  state: CampaignState;
  /** `2026-12-05` */
  startsOn: string;
  endsOn: string;
  kinds: StoreKind[];
  districts: string[];
  benefit: Benefit;
  /** Won a visit. */
  benefitValue: number;
  duties: string;
  contentDays: number;
  disclosureRules: string;
  /** Stores that take visits. */
  stores: number;
}

const withStores = { _count: { select: { stores: { where: { leftAt: null } } } } } as const;

/** All campaigns for the office, the newest first. */
export async function listCampaigns(database: Database): Promise<ListedCampaign[]> {
  const rows = await database.campaign.findMany({
    orderBy: [{ startsOn: "desc" }, { id: "asc" }],
    include: withStores,
  });
  return rows.map(listed);
}

/** Those that are open and not over. */
export async function listOpenCampaigns(database: Database, now = new Date()): Promise<ListedCampaign[]> {
  const rows = await database.campaign.findMany({
    where: { state: "open", endsOn: { gte: new Date(seoulDay(now)) } },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    include: withStores,
  });
  return rows.map(listed);
}

/** A campaign that people outside the office may see; null for one in preparation. */
export async function findCampaign(database: Database, id: string): Promise<ListedCampaign | null> {
  const row = await database.campaign.findUnique({ where: { id }, include: withStores });
  return row && listed(row);
}

/** Open campaigns that a store may take part in, and what it has said in each. */
export async function listStoreCampaigns(database: Database, storeId: string, now = new Date()) {
  const store = await database.store.findUnique({ where: { id: storeId } });
  if (!store) return [];
  const joined = await database.campaignStore.findMany({ where: { storeId } });
  const open = await listOpenCampaigns(database, now);
  return open
    .filter((campaign) => covers(campaign, store))
    .map((campaign) => {
      const place = joined.find(({ campaignId, leftAt }) => campaignId === campaign.id && leftAt === null);
      return { ...campaign, joined: place ? { capacity: place.capacity, booked: place.booked } : null };
    });
}

type Row = Awaited<ReturnType<Database["campaign"]["findUniqueOrThrow"]>> & { _count: { stores: number } };

function listed({ startsOn, endsOn, _count, ...row }: Row): ListedCampaign {
  const { id, name, state, kinds, districts, benefit, benefitValue, duties, contentDays, disclosureRules } = row;
  return {
    ...{ id, name, state, kinds, districts, benefit, benefitValue, duties, contentDays, disclosureRules },
    ...{ startsOn: dayOf(startsOn), endsOn: dayOf(endsOn), stores: _count.stores },
  };
}
