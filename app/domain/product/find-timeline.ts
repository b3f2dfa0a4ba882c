import type { Database } from "#app/services/database/database.ts";
import type { ListingState, SubmissionState } from "#app/services/database/generated/enums.ts";
import type { Issue } from "../issue/issue.ts";
import { fromStored } from "../issue/stored-issues.ts";

export const timelineKinds = [
  "added",
  "sent",
  "chosen",
  "not_chosen",
  "taken_back",
  "in_review",
  "live",
  "refused",
  "held",
  "failed",
  "withdrawn",
  "recalled",
  "recall_lifted",
] as const;

export interface TimelineEvent {
  at: Date;
  kind: (typeof timelineKinds)[number];
  /** The mall's key, where it happened at one. */
  mall: string | null;
  /** Why, as far as it still stands. */
  issues: Issue[];
}

const decisions: Partial<Record<SubmissionState, TimelineEvent["kind"]>> = {
  selected: "chosen",
  rejected: "not_chosen",
  withdrawn: "taken_back",
};

/** Steps between two of these are ours and not the merchant's to follow. */
const moves: Partial<Record<ListingState, TimelineEvent["kind"]>> = {
  in_review: "in_review",
  live: "live",
  refused: "refused",
  not_ready: "held",
  failed: "failed",
  withdrawn: "withdrawn",
};

/** What became of a product, the latest first. */
export async function findTimeline(database: Database, productId: string): Promise<TimelineEvent[]> {
  const { createdAt, submissions, listings, recalls } = await database.product.findUniqueOrThrow({
    where: { id: productId },
    include: { submissions: true, listings: true, recalls: true },
  });
  const lines = await database.auditLine.findMany({
    where: {
      subjectKind: "listing",
      subjectId: { in: listings.map(({ id }) => id) },
      action: { in: ["move-listing", "plan-listings"] },
    },
    orderBy: { id: "desc" },
  });
  const byId = new Map(listings.map((listing) => [listing.id, listing]));
  const told = new Set<string>();
  const atMalls = lines.flatMap(({ at, subjectId, details }): TimelineEvent[] => {
    const listing = byId.get(subjectId);
    const { to, state } = details as { to?: ListingState; state?: ListingState };
    const moved = to ?? state;
    const kind = moved && moves[moved];
    if (!listing || !kind) return [];
    const stands = listing.state === moved && !told.has(subjectId);
    told.add(subjectId);
    return [{ at, kind, mall: listing.channelKey, issues: stands ? fromStored(listing.issues) : [] }];
  });
  const inSeasons = submissions.flatMap(({ state, submittedAt, decidedAt }) => {
    const kind = decisions[state];
    const decided = decidedAt && kind ? [event(decidedAt, kind)] : [];
    return [...decided, event(submittedAt, "sent")];
  });
  const ofRecalls = recalls.flatMap(({ askedAt, liftedAt }) => [
    ...(liftedAt ? [event(liftedAt, "recall_lifted")] : []),
    event(askedAt, "recalled"),
  ]);
  const events = [...atMalls, ...ofRecalls, ...inSeasons, event(createdAt, "added")];
  return events.sort((one, other) => other.at.getTime() - one.at.getTime());
}

function event(at: Date, kind: TimelineEvent["kind"]): TimelineEvent {
  return { at, kind, mall: null, issues: [] };
}
