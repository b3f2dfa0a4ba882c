import type { Database, Prisma } from "#app/services/database/database.ts";
import type { DriftKind, DriftRule } from "#app/services/database/generated/enums.ts";

export interface OpenDrift {
  id: string;
  kind: DriftKind;
  ours: number | null;
  theirs: number | null;
  /** Keys of options that are stopped. */
  options: string[];
  foundAt: Date;
  productId: string;
  productName: string;
  storeName: string;
}

export interface MallDrifts {
  rule: DriftRule;
  /** Listings that stand, and when the one that waits longest was compared; null: one never was. */
  standing: number;
  comparedSince: Date | null;
  /** The oldest two hundred. */
  drifts: OpenDrift[];
}

/** Whether something that stands was not yet compared since somebody asked for it. */
export function isComparing(
  { standing, comparedSince }: Omit<MallDrifts, "drifts" | "rule">,
  askedAt: Date | null,
): boolean {
  return askedAt !== null && standing > 0 && (comparedSince === null || comparedSince < askedAt);
}

const standing = { state: "live", wanted: "live" } as const;

/** As isUndecided says (rules.ts), where it is wanted. */
const undecided = {
  endedAt: null,
  OR: [{ listing: standing }, { kind: "options_stopped", listing: { ...standing, state: "refused" } }],
} satisfies Prisma.ListingDriftWhereInput;

/** How many differences nobody has decided about, by the mall's key; one without any is not there. */
export async function countDrifts(database: Database): Promise<Record<string, number>> {
  const found = await database.listingDrift.findMany({
    where: undecided,
    select: { listing: { select: { channelKey: true } } },
  });
  const counted: Record<string, number> = {};
  for (const { listing } of found) counted[listing.channelKey] = (counted[listing.channelKey] ?? 0) + 1;
  return counted;
}

/** What a mall shows otherwise than it was sent, and nobody has decided about yet; null when there is no such mall. */
export async function listDrifts(database: Database, channelKey: string): Promise<MallDrifts | null> {
  const channel = await database.channel.findUnique({ where: { key: channelKey } });
  if (!channel) return null;
  const oldest = await database.listing.findFirst({
    where: { channelKey, ...standing },
    orderBy: { checkedAt: { sort: "asc", nulls: "first" } },
    select: { checkedAt: true },
  });
  const found = await database.listingDrift.findMany({
    where: { ...undecided, listing: { channelKey } },
    orderBy: [{ foundAt: "asc" }, { id: "asc" }],
    take: 200,
    include: {
      listing: {
        select: {
          productId: true,
          wantedVersion: { select: { name: true } },
          product: { select: { store: { select: { name: true } } } },
        },
      },
    },
  });
  return {
    rule: channel.driftRule,
    standing: await database.listing.count({ where: { channelKey, ...standing } }),
    comparedSince: oldest?.checkedAt ?? null,
    drifts: found.map(({ id, kind, ours, theirs, options, foundAt, listing }) => ({
      id,
      kind,
      ours,
      theirs,
      options,
      foundAt,
      productId: listing.productId,
      productName: listing.wantedVersion.name,
      storeName: listing.product.store.name,
    })),
  };
}
