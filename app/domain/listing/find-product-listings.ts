import { z } from "zod";
import type { Database, Prisma } from "#app/services/database/database.ts";
import type { DriftKind, RecallReason } from "#app/services/database/generated/enums.ts";
import { isUndecided } from "../drift/rules.ts";
import type { KeptExchange } from "./keep-exchanges.ts";
import { type ListingRow, listingRow, listingRowInclude } from "./list-listings.ts";
import { type ReviewDays, slowReviewDays } from "./slow-reviews.ts";

export interface StandingRecall {
  reason: RecallReason;
  note: string;
  askedAt: Date;
  deadlineAt: Date;
  confirmedAt: Date | null;
}

export interface ProductListings {
  id: string;
  name: string;
  storeId: string;
  storeName: string;
  submissionId: string | null;
  recall: StandingRecall | null;
  /** Each with what was said to its mall, the newest first. */
  listings: (ListingRow & {
    exchanges: (KeptExchange & { id: string })[];
    /** For how many days it is in review, where that is longer than usual. */
    slowDays: number | null;
    /** What the mall shows otherwise than it was sent. */
    drifts: { id: string; kind: DriftKind; ours: number | null; theirs: number | null; options: string[] }[];
  })[];
}

/** Where a product stands at every mall, with the evidence; null when there is no such product. */
export async function findProductListings(
  database: Database,
  productId: string,
  usual: ReviewDays = {},
): Promise<ProductListings | null> {
  if (!z.uuid().safeParse(productId).success) return null;
  const product = await database.product.findUnique({
    where: { id: productId },
    include: {
      store: { select: { name: true } },
      versions: { orderBy: { number: "desc" }, take: 1, select: { name: true } },
      submissions: { orderBy: { submittedAt: "desc" }, take: 1, select: { id: true } },
      recalls: { where: { liftedAt: null } },
      listings: { orderBy: { channelKey: "asc" }, include: { ...listingRowInclude, exchanges, drifts } },
    },
  });
  if (!product) return null;
  const [recall = null] = product.recalls;
  return {
    id: product.id,
    name: product.versions[0]?.name ?? product.sku,
    storeId: product.storeId,
    storeName: product.store.name,
    submissionId: product.submissions[0]?.id ?? null,
    recall,
    listings: product.listings.map((listing) => ({
      ...listingRow(listing),
      slowDays: slowReviewDays(listing, usual, new Date()),
      drifts: listing.drifts.filter(({ kind }) => isUndecided(kind, listing.state)),
      exchanges: listing.exchanges.map(({ id, listingId: _, ...exchange }) => ({ ...exchange, id: String(id) })),
    })),
  };
}

const drifts = {
  where: { endedAt: null },
  orderBy: { foundAt: "asc" },
  select: { id: true, kind: true, ours: true, theirs: true, options: true },
} satisfies Prisma.Listing$driftsArgs;

const exchanges = { orderBy: { id: "desc" } } satisfies Prisma.Listing$exchangesArgs;
