import type { Database } from "#app/services/database/database.ts";
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

/** What a mall shows otherwise than it was sent, and nobody has decided about yet; null when there is no such mall. */
export async function listDrifts(database: Database, channelKey: string): Promise<MallDrifts | null> {
  const channel = await database.channel.findUnique({ where: { key: channelKey } });
  if (!channel) return null;
  const standing = { channelKey, state: "live" as const, wanted: "live" as const };
  const oldest = await database.listing.findFirst({
    where: standing,
    orderBy: { checkedAt: { sort: "asc", nulls: "first" } },
    select: { checkedAt: true },
  });
  const found = await database.listingDrift.findMany({
    where: {
      endedAt: null,
      // As isUndecided says (rules.ts).
      OR: [{ listing: standing }, { kind: "options_stopped", listing: { ...standing, state: "refused" } }],
    },
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
    standing: await database.listing.count({ where: standing }),
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
