import type { Database, Prisma } from "#app/services/database/database.ts";
import type { StoreKind } from "#app/services/database/generated/enums.ts";
import { receivesVisitorsInclude } from "../store/receives-visitors.ts";
import { bookedStates } from "./states.ts";

export interface FreeSlot {
  id: string;
  startsAt: Date;
  endsAt: Date;
  /** Somebody has it: whoever asks waits. */
  taken: boolean;
}

export interface VisitPlace {
  storeId: string;
  slug: string;
  name: string;
  kind: StoreKind;
  districtCode: string;
  market: string | null;
  hours: string;
  houseRules: string;
  agreesAtOnce: boolean;
  /** Visits that it still takes. */
  left: number;
  shortlisted: boolean;
  slots: FreeSlot[];
}

/** Beside the shortlisted ones. */
const mostShown = 200;

/**
 * Stores of a campaign that take visits, with what of their time is still to come; all shortlisted ones first. `more` counts those for
 * which there is no room.
 */
export async function listPlaces(
  database: Database,
  {
    campaignId,
    creatorId,
    kind,
    district,
  }: { campaignId: string; creatorId: string; kind?: StoreKind | null; district?: string | null },
  now = new Date(),
): Promise<{ places: VisitPlace[]; more: number }> {
  const where = {
    ...{ campaignId, leftAt: null },
    store: {
      ...{ state: "approved", visitable: true, members: { some: receivesVisitorsInclude.members.where } },
      ...(kind && { kind }),
      ...(district && { districtCode: district }),
    },
  } satisfies Prisma.CampaignStoreWhereInput;
  const find = (shortlist: Prisma.ShortlistListRelationFilter, take?: number) =>
    database.campaignStore.findMany({
      where: { ...where, shortlist },
      include: {
        store: { include: { market: { select: { name: true } } } },
        shortlist: { where: { creatorId }, select: { creatorId: true } },
        slots: {
          where: { removedAt: null, startsAt: { gt: now } },
          orderBy: { startsAt: "asc" },
          include: { _count: { select: { visits: { where: { state: { in: [...bookedStates] } } } } } },
        },
      },
      orderBy: { store: { name: "asc" } },
      take,
    });
  const [shortlisted, others, all] = await Promise.all([
    find({ some: { creatorId } }),
    find({ none: { creatorId } }, mostShown),
    database.campaignStore.count({ where }),
  ]);
  const places = [...shortlisted, ...others].map(
    ({ store, storeId, capacity, booked, houseRules, agreesAtOnce, shortlist, slots }) => ({
      ...{ storeId, houseRules, agreesAtOnce, left: capacity - booked, shortlisted: shortlist.length > 0 },
      ...{ slug: store.slug, name: store.name, kind: store.kind, districtCode: store.districtCode, hours: store.hours },
      market: store.market?.name ?? null,
      slots: slots.map(({ id, startsAt, endsAt, _count }) => ({ id, startsAt, endsAt, taken: _count.visits > 0 })),
    }),
  );
  return { places, more: all - places.length };
}

/** A creator keeps a store in mind, or no longer. */
export async function setShortlisted(
  database: Database,
  { creatorId, campaignId, storeId, on }: { creatorId: string; campaignId: string; storeId: string; on: boolean },
): Promise<void> {
  const key = { creatorId, campaignId, storeId };
  if (!on) {
    await database.shortlist.deleteMany({ where: key });
    return;
  }
  if ((await database.campaignStore.count({ where: { campaignId, storeId } })) === 0) return;
  await database.shortlist.createMany({ data: [key], skipDuplicates: true });
}
