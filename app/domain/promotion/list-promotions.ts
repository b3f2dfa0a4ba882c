import type { Database } from "#app/services/database/database.ts";
import type { PromotionState } from "#app/services/database/generated/enums.ts";

export interface ListedPromotion {
  id: string;
  state: PromotionState;
  /** Its creator says that the check is wrong, and nobody has looked. */
  objected: boolean;
  title: string;
  penName: string;
  store: string;
  handedInAt: Date;
  /** When its page was last read; null: not yet. */
  readAt: Date | null;
  /** The latest count; null: none yet. */
  views: number | null;
}

const order: PromotionState[] = ["waiting", "changed", "gone", "to_correct", "accepted", "withdrawn"];

/** What was handed in of a campaign, or of all; what waits for the office first. */
export async function listPromotions(database: Database, campaignId?: string): Promise<ListedPromotion[]> {
  const rows = await database.promotion.findMany({
    where: { state: { not: "withdrawn" }, ...(campaignId !== undefined && { visit: { campaignId } }) },
    include: {
      channel: { select: { creator: { select: { penName: true } } } },
      visit: { select: { place: { select: { store: { select: { name: true } } } } } },
      views: { orderBy: { day: "desc" }, take: 1 },
    },
    orderBy: { handedInAt: "desc" },
    take: 500,
  });
  return rows
    .map(({ id, state, title, channel, visit, handedInAt, readAt, views, objection }) => ({
      ...{
        id,
        state,
        objected: state === "to_correct" && objection !== "",
        title,
        handedInAt,
        readAt,
        penName: channel.creator.penName,
      },
      ...{ store: visit.place.store.name, views: views[0]?.views ?? null },
    }))
    .sort((one, other) => placeOf(one) - placeOf(other));
}

function placeOf({ state, objected }: ListedPromotion): number {
  return objected ? 0 : order.indexOf(state);
}
