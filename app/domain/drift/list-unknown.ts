import type { Database } from "#app/services/database/database.ts";
import type { UnknownListing } from "#app/services/database/generated/client.ts";

/** What stands in the programme's account at a mall and is none of ours. */
export interface UnknownListings {
  /** When the last look through the account began; null: there was none. */
  lookedAt: Date | null;
  /** All that stood there then, ours and others; null: the mall tells no list. */
  standing: number | null;
  unknown: number;
  /** The oldest of those that nobody has looked at, and those that the office leaves alone. */
  open: UnknownListing[];
  leftAlone: UnknownListing[];
}

const mostShown = 100;

export async function listUnknown(database: Database, channelKey: string): Promise<UnknownListings> {
  const channel = await database.channel.findUnique({ where: { key: channelKey } });
  const { lookedThroughAt: lookedAt = null, productsStanding: standing = null, productsUnknown } = channel ?? {};
  const seen = { channelKey, seenAt: lookedAt ?? new Date(0) };
  const orderBy = [{ foundAt: "asc" as const }, { remoteId: "asc" as const }];
  const find = (leftAloneAt: null | { not: null }) =>
    database.unknownListing.findMany({ where: { ...seen, leftAloneAt }, orderBy, take: mostShown });
  return {
    lookedAt,
    standing,
    unknown: productsUnknown ?? 0,
    open: await find(null),
    leftAlone: await find({ not: null }),
  };
}

/** How many nobody has looked at yet, by the mall's key; one without any is not there. */
export async function countUnknown(database: Database): Promise<Record<string, number>> {
  const counted = await database.$queryRaw<{ key: string; count: number }[]>`
    SELECT "channel"."key", count(*)::int AS "count"
    FROM "unknown_listing" AS "found" JOIN "channel" ON "channel"."key" = "found"."channel_key"
    WHERE "found"."seen_at" = "channel"."looked_through_at" AND "found"."left_alone_at" IS NULL
    GROUP BY 1`;
  return Object.fromEntries(counted.map(({ key, count }) => [key, count]));
}

/** Asked to look, and not yet at its end; a mall that does not answer is waited for a few minutes. */
export function isLooking({ lookedAt }: Pick<UnknownListings, "lookedAt">, askedAt: Date | null): boolean {
  if (askedAt === null || Date.now() - askedAt.getTime() > 5 * 60_000) return false;
  return lookedAt === null || lookedAt < askedAt;
}
