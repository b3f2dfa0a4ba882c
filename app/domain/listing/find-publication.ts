import type { Database } from "#app/services/database/database.ts";
import type { Listing } from "#app/services/database/generated/client.ts";
import type { ListingState } from "#app/services/database/generated/enums.ts";
import { type Issue, issue } from "../issue/issue.ts";
import { fromStored } from "../issue/stored-issues.ts";
import { changedParts, type ProductPart } from "../product/changed-parts.ts";
import { loadProductFacts } from "../product/load-product-facts.ts";
import { findCurrentSeason } from "../season/find-current-season.ts";
import { mayRetry } from "./retry-listing.ts";
import { correctionOf } from "./send-correction.ts";
import { settledStates } from "./states.ts";

/** What a person has to look at: refused by a mall, given up by us, held back before it was sent; of what is live, a change that was refused. */
export const stuckStates = ["refused", "failed", "not_ready", "live"] as const satisfies readonly ListingState[];
export type StuckState = (typeof stuckStates)[number];

export interface StuckListing {
  id: string;
  mall: string;
  productId: string;
  productName: string;
  storeName: string;
  categoryKey: string;
  /** The one that it is counted under comes first. */
  issues: Issue[];
  mayRetry: boolean;
  /** What its merchant has put right since, which may be sent instead, and the parts in which it differs. */
  correction: { versionId: string; parts: ProductPart[] } | null;
}

/** Listings that one thing keeps from being sold. */
export interface StuckGroup {
  state: StuckState;
  /** Without what differs from listing to listing: a mall's words, a cell's text. */
  reason: Issue;
  listings: StuckListing[];
}

export interface Publication {
  seasonName: string;
  products: number;
  /** total = settled + on their way. */
  total: number;
  settled: number;
  /** Per mall, how many listings of the season are in each state. */
  malls: Record<string, Partial<Record<ListingState, number>>>;
  /** Per mall, what listings on their way wait for where they say so, and how many; the most first. */
  waiting: Record<string, { reason: Issue; count: number }[]>;
  /** The largest first. */
  stuck: StuckGroup[];
}

/** Shown at once; a season has a hundred products a mall. */
const mostStuck = 1_000;

/** How far the selected products of the current season have come at the malls; null before the first season. */
export async function findPublication(database: Database): Promise<Publication | null> {
  const season = await findCurrentSeason(database);
  if (!season) return null;
  const product = { submissions: { some: { seasonId: season.id, state: "selected" as const } } };
  const ofSeason = { product, channel: { storeId: null } };
  const [products, counted, onTheWay, found] = await Promise.all([
    database.product.count({ where: product }),
    database.listing.groupBy({ by: ["channelKey", "state"], where: ofSeason, _count: true }),
    database.listing.findMany({
      where: { ...ofSeason, state: { in: ["waiting", "unknown", "in_review", "withdrawing"] } },
      select: { channelKey: true, issues: true },
    }),
    database.listing.findMany({
      where: {
        ...ofSeason,
        OR: [{ state: { in: ["refused", "failed", "not_ready"] } }, { state: "live", sentOutcome: "refused" }],
      },
      orderBy: [{ channelKey: "asc" }, { wantedAt: "asc" }, { id: "asc" }],
      take: mostStuck,
      include: {
        product: {
          select: {
            store: { select: { name: true } },
            versions: { orderBy: { number: "desc" }, take: 1, select: { id: true } },
          },
        },
        wantedVersion: { select: { name: true, categoryKey: true } },
      },
    }),
  ]);
  const total = counted.reduce((sum, { _count }) => sum + _count, 0);
  const settled = counted.reduce((sum, { state, _count }) => sum + (settledStates.includes(state) ? _count : 0), 0);
  const malls: Publication["malls"] = {};
  for (const { channelKey, state, _count } of counted) malls[channelKey] = { ...malls[channelKey], [state]: _count };
  const corrected = found.flatMap((listing) => {
    const after = correctionOf(listing, listing.product.versions[0] ?? null);
    return after === null ? [] : [{ id: listing.id, before: listing.wantedVersionId, after }];
  });
  const facts = await loadProductFacts(database, [
    ...new Set(corrected.flatMap(({ before, after }) => [before, after])),
  ]);
  const corrections = new Map(
    corrected.map(({ id, before, after }) => {
      const [was, is] = [facts.get(before), facts.get(after)];
      return [id, { versionId: after, parts: was && is ? changedParts(was, is) : [] }];
    }),
  );
  const groups = new Map<string, StuckGroup>();
  for (const listing of found) {
    const issues = errorsFirst(fromStored(listing.issues), listing.channelKey);
    const reason = commonPart(issues[0] as Issue);
    const state = listing.state as StuckState;
    const key = JSON.stringify([state, reason.code, reason.path]);
    const group = groups.get(key) ?? { state, reason, listings: [] };
    group.listings.push({
      id: listing.id,
      mall: listing.channelKey,
      productId: listing.productId,
      productName: listing.wantedVersion.name,
      storeName: listing.product.store.name,
      categoryKey: listing.wantedVersion.categoryKey,
      issues,
      mayRetry: mayRetry(listing),
      correction: corrections.get(listing.id) ?? null,
    });
    groups.set(key, group);
  }
  const stuck = [...groups.values()].sort((one, other) => other.listings.length - one.listings.length);
  return { seasonName: season.name, products, total, settled, malls, waiting: reasonsToWait(onTheWay), stuck };
}

function reasonsToWait(listings: readonly Pick<Listing, "channelKey" | "issues">[]): Publication["waiting"] {
  const waiting: Publication["waiting"] = {};
  for (const { channelKey, issues } of listings) {
    const [first] = fromStored(issues);
    if (!first) continue;
    waiting[channelKey] ??= [];
    const ofMall = waiting[channelKey];
    const known = ofMall.find(({ reason }) => reason.code === first.code);
    if (known) known.count += 1;
    else ofMall.push({ reason: commonPart(first), count: 1 });
  }
  for (const ofMall of Object.values(waiting)) ofMall.sort((one, other) => other.count - one.count);
  return waiting;
}

/** Never empty: what stands still without a reason was refused or given up without a word. */
function errorsFirst(issues: readonly Issue[], mall: string): Issue[] {
  const ordered = issues.toSorted(
    (one, other) => Number(one.severity !== "error") - Number(other.severity !== "error"),
  );
  return ordered.length > 0 ? ordered : [issue("mall.refused", { mall })];
}

function commonPart({ code, severity, path, params }: Issue): Issue {
  const { field } = path;
  return { code, severity, path: field === undefined ? {} : { field }, params };
}
