import type { Database, Prisma } from "#app/services/database/database.ts";
import type { HeardState, ListingState, SentOutcome, WantedState } from "#app/services/database/generated/enums.ts";
import type { Issue } from "../issue/issue.ts";
import { fromStored } from "../issue/stored-issues.ts";
import { pageSize, readPlace, type TimePlace, writePlace } from "../page-place.ts";
import { readParts, totalStock } from "./listing-parts.ts";
import { mayPutUp } from "./put-up-again.ts";
import { mayRetry } from "./retry-listing.ts";
import { correctionOf } from "./send-correction.ts";

export interface ListingFilter {
  mall: string | null;
  state: ListingState | null;
}

/** Won, and pieces of all options together. */
export interface Goods {
  price: number;
  stock: number;
}

export interface ListingRow {
  id: string;
  reference: string;
  /** The mall's own number, as far as it has told one. */
  remoteId: string | null;
  mall: string;
  state: ListingState;
  issues: Issue[];
  productId: string;
  submissionId: string | null;
  productName: string;
  storeName: string;
  wanted: { state: WantedState; at: Date; version: number; goods: Goods };
  /** `goods` is null while nobody knows what of it arrived. */
  sent: { outcome: SentOutcome; at: Date; version: number | null; attempts: number; goods: Goods | null } | null;
  /** `goods` as far as the mall tells them. */
  heard: { state: HeardState; at: Date; goods: { price: number | null; stock: number | null } } | null;
  pageUrl: string | null;
  mayRetry: boolean;
  mayWithdraw: boolean;
  mayPutUp: boolean;
  /** What its merchant has put right since, and may be sent instead. */
  correction: string | null;
}

export const listingRowInclude = {
  product: {
    select: {
      store: { select: { name: true } },
      submissions: { orderBy: { submittedAt: "desc" }, take: 1 },
      versions: { orderBy: { number: "desc" }, take: 1, select: { id: true } },
      _count: { select: { submissions: { where: { state: "selected" } }, recalls: { where: { liftedAt: null } } } },
    },
  },
  wantedVersion: {
    select: { name: true, number: true, price: true, loweredPrice: true, variants: { select: { stock: true } } },
  },
  sentVersion: { select: { number: true } },
} satisfies Prisma.ListingInclude;

/** Fifty listings, the last wanted first; `next` is the place after them. */
export async function listListings(
  database: Database,
  { mall, state }: ListingFilter,
  after: string | null = null,
): Promise<{ rows: ListingRow[]; next: string | null }> {
  const found = await database.listing.findMany({
    where: {
      ...(mall === null ? {} : { channelKey: mall }),
      ...(state === null ? {} : { state }),
      ...beyond(readPlace(after)),
    },
    orderBy: [{ wantedAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    include: listingRowInclude,
  });
  const last = found.length > pageSize ? found[pageSize - 1] : undefined;
  return {
    rows: found.slice(0, pageSize).map(listingRow),
    next: last ? writePlace({ at: last.wantedAt, id: last.id }) : null,
  };
}

function beyond(place: TimePlace | null): Prisma.ListingWhereInput {
  if (!place) return {};
  return { OR: [{ wantedAt: { lt: place.at } }, { wantedAt: place.at, id: { lt: place.id } }] };
}

type LoadedListing = Prisma.ListingGetPayload<{ include: typeof listingRowInclude }>;

function wantedGoods({ wantedVersion: { price, loweredPrice, variants } }: LoadedListing): Goods {
  return {
    price: loweredPrice ?? price,
    stock: variants.reduce((sum, { stock }) => sum + (stock ?? 0), 0),
  };
}

function sentGoods({ sentParts }: LoadedListing): Goods | null {
  const { price = null, stocks = null } = readParts(sentParts) ?? {};
  return price === null || stocks === null ? null : { price, stock: totalStock(stocks) };
}

export function listingRow(listing: LoadedListing): ListingRow {
  const { id, reference, channelKey, state, issues, productId, product, wantedVersion, sentVersion, wanted } = listing;
  const { sentAt, sentOutcome, heardAt, heardState, attempts, pageUrl } = listing;
  return {
    id,
    reference,
    remoteId: listing.remoteId,
    mall: channelKey,
    state,
    issues: fromStored(issues),
    productId,
    submissionId: product.submissions[0]?.id ?? null,
    productName: wantedVersion.name,
    storeName: product.store.name,
    wanted: { state: wanted, at: listing.wantedAt, version: wantedVersion.number, goods: wantedGoods(listing) },
    sent:
      sentAt && sentOutcome
        ? {
            outcome: sentOutcome,
            at: sentAt,
            version: sentVersion?.number ?? null,
            attempts,
            goods: sentGoods(listing),
          }
        : null,
    heard:
      heardAt && heardState
        ? { state: heardState, at: heardAt, goods: { price: listing.heardPrice, stock: listing.heardStock } }
        : null,
    pageUrl,
    mayRetry: mayRetry(listing),
    mayWithdraw: wanted === "live" || listing.paused,
    correction: correctionOf(listing, product.versions[0] ?? null),
    mayPutUp: mayPutUp(listing) && product._count.submissions > 0 && product._count.recalls === 0,
  };
}
