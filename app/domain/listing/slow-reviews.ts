import type { Database } from "#app/services/database/database.ts";
import type { Listing } from "#app/services/database/generated/client.ts";
import { mallOf } from "../channel/channel-key.ts";

/** By mall: after how many days its review is longer than is usual there. */
export type ReviewDays = Readonly<Record<string, number>>;

/** A listing that its mall reviews for longer than is usual there. */
export interface SlowReview {
  id: string;
  mall: string;
  productId: string;
  productName: string;
  storeName: string;
  sentAt: Date;
  /** Whole days since. */
  days: number;
  /** By what the mall finds it: its own number, as far as it has told one, and our reference. */
  remoteId: string | null;
  reference: string;
}

type Reviewed = Pick<Listing, "wanted" | "state" | "sentAt" | "channelKey">;

const dayMilliseconds = 86_400_000;

/** For how many whole days a mall has reviewed what it was sent last; null while that is not longer than usual. Pure. */
export function slowReviewDays(
  { wanted, state, sentAt, channelKey }: Reviewed,
  usual: ReviewDays,
  now: Date,
): number | null {
  const most = usual[mallOf(channelKey)];
  if (wanted !== "live" || state !== "in_review" || sentAt === null || most === undefined) return null;
  const days = Math.floor((now.getTime() - sentAt.getTime()) / dayMilliseconds);
  return days >= most ? days : null;
}

/** At the programme's malls, the longest first. What has moved on is not among them. */
export async function listSlowReviews(database: Database, usual: ReviewDays, now = new Date()): Promise<SlowReview[]> {
  const late = Object.entries(usual).map(([channelKey, days]) => ({
    channelKey,
    sentAt: { lte: new Date(now.getTime() - days * dayMilliseconds) },
  }));
  const found = await database.listing.findMany({
    where: { wanted: "live", state: "in_review", OR: late },
    orderBy: [{ sentAt: "asc" }, { id: "asc" }],
    include: { product: { select: { store: { select: { name: true } } } }, wantedVersion: { select: { name: true } } },
  });
  return found.flatMap((listing) => {
    const days = slowReviewDays(listing, usual, now);
    if (days === null || listing.sentAt === null) return [];
    const { id, channelKey, productId, product, wantedVersion, sentAt, remoteId, reference } = listing;
    return [
      {
        id,
        mall: channelKey,
        productId,
        productName: wantedVersion.name,
        storeName: product.store.name,
        sentAt,
        days,
        remoteId,
        reference,
      },
    ];
  });
}
