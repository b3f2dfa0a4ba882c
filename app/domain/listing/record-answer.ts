import { type Database, inTransaction, type Prisma, type Transaction } from "#app/services/database/database.ts";
import type { ListingState } from "#app/services/database/generated/enums.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import type { Issue } from "../issue/issue.ts";
import type { Heard, HeardState, LookUpAnswer, PublishAnswer } from "./answers.ts";
import { countPublishing } from "./count-publishing.ts";
import type { FollowUp } from "./follow-up.ts";
import { listingStates } from "./states.ts";

const stateAfterHearing: Record<HeardState, ListingState> = {
  registering: "in_review",
  in_review: "in_review",
  live: "live",
  refused: "refused",
  withdrawn: "withdrawn",
};

/** Records what a mall answered to a send, moves the listing, and enqueues the next step in the same transaction. */
export async function recordPublishAnswer(
  database: Database,
  { listingId, answer, followUp }: { listingId: string; answer: PublishAnswer; followUp: FollowUp },
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    switch (answer.outcome) {
      case "accepted":
        await hear(transaction, listingId, answer.heard, followUp, { sentOutcome: "accepted" });
        return;
      case "refused":
        await move(transaction, listingId, "refused", {
          sentOutcome: "refused",
          heardAt: new Date(),
          heardState: "refused",
          issues: json(answer.issues),
        });
        return;
      case "not_sent":
        await move(transaction, listingId, "waiting", {
          sentAt: null,
          sentVersionId: null,
          sentOutcome: null,
          issues: json([answer.reason]),
        });
        await addJob(transaction, "publish-listing", { listingId }, later(listingId, answer.retryAfterSeconds));
        return;
      case "unknown":
        await move(transaction, listingId, "unknown", { sentOutcome: "unknown", issues: json([answer.reason]) });
        await addJob(transaction, "follow-listing", { listingId }, later(listingId, followUp.settleSeconds));
        return;
    }
  });
}

/** Records what looking up our reference gave; `absent` after an unknown send means it may be sent again. */
export async function recordLookUp(
  database: Database,
  { listingId, answer, followUp }: { listingId: string; answer: LookUpAnswer; followUp: FollowUp },
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    switch (answer.outcome) {
      case "found":
        await hear(transaction, listingId, answer.heard, followUp, { sentOutcome: "accepted" });
        return;
      case "absent":
        await move(transaction, listingId, "waiting", { heardAt: new Date(), heardState: "absent", remoteId: null });
        await addJob(transaction, "publish-listing", { listingId }, later(listingId, 0));
        return;
      case "unsure":
        await addJob(transaction, "follow-listing", { listingId }, later(listingId, answer.retryAfterSeconds));
        return;
    }
  });
}

/** Our own checks or pictures hold it back after all. */
export async function recordNotReady(database: Database, listingId: string, issues: Issue[]): Promise<void> {
  await inTransaction(database, (transaction) => move(transaction, listingId, "not_ready", { issues: json(issues) }));
}

async function hear(
  transaction: Transaction,
  listingId: string,
  heard: Heard,
  followUp: FollowUp,
  sent: Pick<Prisma.ListingUncheckedUpdateInput, "sentOutcome">,
): Promise<void> {
  const state = stateAfterHearing[heard.state];
  await move(transaction, listingId, state, {
    ...sent,
    heardAt: new Date(),
    heardState: heard.state,
    remoteId: heard.remoteId ?? undefined,
    pageUrl: heard.pageUrl ?? undefined,
    issues: json(heard.issues),
  });
  if (state === "in_review") {
    await addJob(transaction, "follow-listing", { listingId }, later(listingId, followUp.nextSeconds));
  }
}

/** Moves only along the table; the same state again refreshes the facts without an audit line. */
async function move(
  transaction: Transaction,
  listingId: string,
  to: ListingState,
  facts: Prisma.ListingUncheckedUpdateInput,
): Promise<void> {
  const [listing] = await transaction.$queryRaw<{ state: ListingState; wanted_version_id: string }[]>`
    SELECT "state", "wanted_version_id" FROM "listing" WHERE "id" = ${listingId}::uuid FOR UPDATE`;
  if (!listing) return;
  if (listing.state !== to && !listingStates.allows(listing.state, to)) {
    throw new Error(`Listing ${listingId} cannot move from ${listing.state} to ${to}`);
  }
  await transaction.listing.update({ where: { id: listingId }, data: { ...facts, state: to } });
  if (listing.state === to) return;
  await recordAudit(transaction, program, {
    action: "move-listing",
    subject: { kind: "listing", id: listingId },
    versionAfter: listing.wanted_version_id,
    details: { from: listing.state, to },
  });
  await countPublishing(transaction, listingId);
}

function later(listingId: string, seconds: number) {
  return { key: `listing:${listingId}`, queue: `listing:${listingId}`, runAt: new Date(Date.now() + seconds * 1000) };
}

function json(issues: Issue[]): Prisma.InputJsonArray {
  return issues as unknown as Prisma.InputJsonArray;
}
