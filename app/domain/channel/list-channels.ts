import { type Database, Prisma } from "#app/services/database/database.ts";
import type { ListingState } from "#app/services/database/generated/enums.ts";
import { type MallTerms, termsOf } from "../agreement/permission.ts";
import type { Issue } from "../issue/issue.ts";
import { fromStored } from "../issue/stored-issues.ts";
import { goesOn } from "../listing/states.ts";
import { mallOf } from "./channel-key.ts";

export interface ChannelRow {
  key: string;
  on: boolean;
  /** Null: the office has not entered them. */
  terms: MallTerms | null;
  /** How many of our categories have a code of this mall. */
  categories: number;
  /** How many listings are in each state; a state without any is not there. */
  listings: Partial<Record<ListingState, number>>;
  /** Until when nobody asks it, and why; null once it has answered, or where its time is over and nothing waits for it. */
  resting: { until: Date; reason: Issue | null } | null;
  /** What the office should know though the mall works; merchants' own shops there tell it as well. */
  warning: Issue | null;
}

/** Every mall of the programme with how its listings stand. */
export async function listChannels(database: Database, now = new Date()): Promise<ChannelRow[]> {
  const [channels, counted, warned] = await Promise.all([
    database.channel.findMany({
      where: { storeId: null },
      orderBy: { key: "asc" },
      include: { contact: true, _count: { select: { categories: { where: { mallCode: { not: null } } } } } },
    }),
    database.listing.groupBy({ by: ["channelKey", "state"], _count: true }),
    database.channelContact.findMany({
      where: { warning: { not: Prisma.DbNull } },
      select: { channelKey: true, warning: true },
    }),
  ]);
  return channels.map(({ key, on, contact, _count, ...channel }) => {
    const atMall = counted.filter(({ channelKey }) => channelKey === key);
    return {
      key,
      on,
      terms: termsOf(channel),
      categories: _count.categories,
      listings: Object.fromEntries(atMall.map(({ state, _count: count }) => [state, count])),
      // Once its time is over the mall is asked by what waits for it; where nothing does, nobody finds out that it is back.
      resting:
        contact?.closedUntil && (contact.closedUntil > now || atMall.some(({ state }) => goesOn(state)))
          ? { until: contact.closedUntil, reason: fromStored(contact.reason ?? [])[0] ?? null }
          : null,
      warning: fromStored(warned.find(({ channelKey }) => mallOf(channelKey) === key)?.warning ?? [])[0] ?? null,
    };
  });
}
