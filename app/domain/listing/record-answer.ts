import { type Database, inTransaction, type Prisma, type Transaction } from "#app/services/database/database.ts";
import type { Listing } from "#app/services/database/generated/client.ts";
import type { ListingState } from "#app/services/database/generated/enums.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import type { IssueCode } from "../issue/codes.ts";
import { type Issue, issue } from "../issue/issue.ts";
import { fromStored, toStored } from "../issue/stored-issues.ts";
import type { Heard, HeardState, LookUpAnswer, PublishAnswer, WithdrawAnswer } from "./answers.ts";
import type { FollowUp } from "./follow-up.ts";
import { listingJob, updateJob } from "./listing-job.ts";
import { storedParts } from "./listing-parts.ts";
import { requireLocked } from "./lock-listing.ts";
import { moveListing } from "./move-listing.ts";
import { urgencyOf } from "./urgency-of.ts";

const stateAfterHearing: Record<HeardState, ListingState> = {
  registering: "in_review",
  in_review: "in_review",
  live: "live",
  refused: "refused",
  withdrawn: "withdrawn",
};

/**
 * Records what a mall answered to a send, moves the listing, and enqueues the next step in the same transaction. The answer to an
 * `attempt` whose outcome somebody else has found out since says nothing any more.
 */
export async function recordPublishAnswer(
  database: Database,
  {
    listingId,
    attempt,
    answer,
    followUp,
  }: { listingId: string; attempt?: number; answer: PublishAnswer; followUp: FollowUp },
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const listing = await requireLocked(transaction, listingId);
    const isOpen = listing.state === "sending" || listing.state === "unknown";
    if (attempt !== undefined && !(isOpen && listing.attempts === attempt)) return;
    switch (answer.outcome) {
      case "accepted":
        if (listing.remoteId !== null) await endDifferences(transaction, listingId);
        await hear(transaction, listing, answer.heard, followUp);
        return;
      case "refused":
        await moveListing(transaction, listing, "refused", {
          sentOutcome: "refused",
          sentParts: storedParts(null),
          heardAt: new Date(),
          heardState: "refused",
          issues: toStored(answer.issues),
        });
        return;
      case "not_sent": {
        // When it was sent is kept: of what a mall makes in several calls it may have some, and show it.
        const facts = { sentParts: storedParts(null), issues: toStored([answer.reason]) };
        const moved = await moveListing(transaction, listing, "waiting", facts);
        await sendAgain(transaction, moved, [answer.reason], answer.retryAfterSeconds);
        return;
      }
      case "unknown":
        await later(
          transaction,
          "follow-listing",
          await moveListing(transaction, listing, "unknown", { issues: toStored([answer.reason]) }),
          followUp.settleSeconds,
        );
        return;
    }
  });
}

/** What was found to differ was so before everything was sent again; a copy that somebody made is still there. */
async function endDifferences(transaction: Transaction, listingId: string): Promise<void> {
  await transaction.listingDrift.updateMany({
    where: { listingId, endedAt: null, kind: { not: "duplicate" } },
    data: { endedAt: new Date(), ended: "vanished" },
  });
}

/** Nothing left for the mall, for there was no use in it yet: the listing waits as before, and says what for. */
export async function recordNotSent(
  database: Database,
  listingId: string,
  { reason, retryAfterSeconds }: Extract<PublishAnswer, { outcome: "not_sent" }>,
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const listing = await requireLocked(transaction, listingId);
    if (listing.state !== "waiting") return;
    const facts = { issues: toStored([reason]) };
    const waiting = await transaction.listing.update({ where: { id: listingId }, data: facts });
    await later(transaction, sendOrTakeDown(waiting), waiting, retryAfterSeconds);
  });
}

function sendOrTakeDown({ wanted }: Listing): "publish-listing" | "withdraw-listing" {
  return wanted === "live" ? "publish-listing" : "withdraw-listing";
}

/**
 * Records what looking up our reference gave; `absent` or hidden after an unknown send means it may be sent again. An answer about
 * a listing that is not any more as it was `asked` about is too old to be believed.
 */
export async function recordLookUp(
  database: Database,
  {
    listingId,
    asked,
    answer,
    followUp,
  }: {
    listingId: string;
    asked?: Pick<Listing, "state" | "attempts" | "heardAt">;
    answer: LookUpAnswer;
    followUp: FollowUp;
  },
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const now = await requireLocked(transaction, listingId);
    if (asked && !(now.state === asked.state && now.attempts === asked.attempts && isSame(now.heardAt, asked.heardAt)))
      return;
    switch (answer.outcome) {
      case "found":
        if (answer.heard.state === "withdrawn") await hearHidden(transaction, now, answer.heard, followUp);
        else await hearFound(transaction, now, answer.heard, followUp);
        return;
      case "absent":
        await hearAbsence(transaction, now);
        return;
      case "unsure":
        await later(transaction, "follow-listing", now, answer.retryAfterSeconds);
        return;
    }
  });
}

/** Records what a mall answered when asked to take a listing down. */
export async function recordWithdrawal(
  database: Database,
  { listingId, answer }: { listingId: string; answer: WithdrawAnswer },
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const listing = await requireLocked(transaction, listingId);
    // Somebody else has heard of it meanwhile.
    if (listing.state !== "withdrawing") return;
    switch (answer.outcome) {
      case "withdrawn":
        await hearWithdrawal(transaction, listing);
        return;
      case "refused":
        await moveListing(transaction, listing, "failed", { issues: toStored(answer.issues) });
        return;
      case "unsure":
        await later(transaction, "withdraw-listing", listing, answer.retryAfterSeconds);
        return;
    }
  });
}

/** Our own checks or pictures hold it back after all. */
export async function recordNotReady(database: Database, listingId: string, issues: Issue[]): Promise<void> {
  await inTransaction(database, (transaction) =>
    moveListing(transaction, listingId, "not_ready", { issues: toStored(issues) }),
  );
}

async function hear(
  transaction: Transaction,
  before: Listing,
  heard: Heard,
  followUp: FollowUp,
  facts: Pick<Prisma.ListingUncheckedUpdateInput, "sentParts" | "outdated"> = {},
): Promise<void> {
  if (await failIfTaken(transaction, before, heard)) return;
  const state = stateAfterHearing[heard.state];
  const listing = await moveListing(transaction, before, state, {
    ...facts,
    sentOutcome: "accepted",
    heardAt: new Date(),
    heardState: heard.state,
    remoteId: heard.remoteId ?? undefined,
    pageUrl: heard.pageUrl ?? undefined,
    issues: toStored(heard.issues),
  });
  if (listing.wanted === "withdrawn" && state !== "withdrawn") {
    await later(transaction, "withdraw-listing", listing);
  } else if (state === "in_review") {
    await later(transaction, "follow-listing", listing, followUp.nextSeconds);
  } else if (state === "live" && listing.outdated) {
    await addJob(transaction, "update-listing", { listingId: listing.id }, updateJob(listing));
  }
}

/** What was found after a change of what stood there before is no proof that the change arrived. */
async function hearFound(transaction: Transaction, listing: Listing, heard: Heard, followUp: FollowUp): Promise<void> {
  const { state, remoteId } = listing;
  const unsettled = state === "sending" || state === "unknown";
  const facts = unsettled && remoteId !== null ? { sentParts: storedParts(null), outdated: true } : {};
  await hear(transaction, listing, heard, followUp, facts);
}

/**
 * A number that another listing of ours has at this mall cannot be this one's as well, and asking again would not change
 * it: the listing fails and a person must look. The send counts as unsettled: trying again first looks our reference up.
 */
async function failIfTaken(transaction: Transaction, listing: Listing, { remoteId, state }: Heard): Promise<boolean> {
  const { channelKey } = listing;
  if (remoteId === null || remoteId === listing.remoteId) return false;
  const holder = await transaction.listing.findUnique({ where: { channelKey_remoteId: { channelKey, remoteId } } });
  if (!holder) return false;
  const params = { number: remoteId, reference: holder.reference };
  await moveListing(transaction, listing, "failed", {
    sentOutcome: "unknown",
    heardAt: new Date(),
    heardState: state,
    issues: toStored([issue("mall.number_taken", { mall: channelKey }, { params })]),
  });
  return true;
}

/** Wanted again while it went down: it is sent anew. */
async function hearWithdrawal(transaction: Transaction, before: Listing): Promise<void> {
  const listing = await moveListing(transaction, before, "withdrawn", {
    sentParts: storedParts(null),
    heardAt: new Date(),
    heardState: "withdrawn",
  });
  if (listing.wanted === "withdrawn") return;
  await later(transaction, "publish-listing", await moveListing(transaction, listing, "waiting"));
}

/** It stands there, and nobody sees it: a send that did not settle before was not finished, and is sent again. */
async function hearHidden(transaction: Transaction, before: Listing, heard: Heard, followUp: FollowUp): Promise<void> {
  const { state } = before;
  if (state !== "sending" && state !== "unknown") return hear(transaction, before, heard, followUp);
  if (await failIfTaken(transaction, before, heard)) return;
  const listing = await moveListing(transaction, before, "waiting", {
    heardAt: new Date(),
    heardState: "withdrawn",
    remoteId: heard.remoteId ?? undefined,
  });
  if (listing.wanted === "withdrawn") await moveListing(transaction, listing, "withdrawn");
  else await sendAgain(transaction, listing, fromStored(before.issues));
}

async function hearAbsence(transaction: Transaction, before: Listing): Promise<void> {
  const listing = await moveListing(transaction, before, "waiting", {
    heardAt: new Date(),
    heardState: "absent",
    remoteId: null,
    sentParts: storedParts(null),
  });
  if (listing.wanted === "withdrawn") await moveListing(transaction, listing, "withdrawn");
  else await sendAgain(transaction, listing, fromStored(before.issues));
}

/** Sends in a row without a word from the mall, some hours of them, after which a person must look. */
const mostInVain = 10;
const noWord: readonly IssueCode[] = ["mall.unavailable", "mall.outcome_unknown", "mall.answer_unreadable"];

/** After each send that came to nothing for these reasons the pause is longer, and in the end it is given up. */
async function sendAgain(
  transaction: Transaction,
  listing: Listing,
  reasons: readonly Issue[],
  seconds = 0,
): Promise<void> {
  const isInVain = listing.wanted === "live" && reasons.some(({ code }) => noWord.includes(code));
  const sends = isInVain ? await countInVain(transaction, listing.id) : 0;
  if (sends < mostInVain) {
    const pause = sends > 1 ? Math.min(3_600, 15 * 2 ** sends) : 0;
    await later(transaction, sendOrTakeDown(listing), listing, Math.max(seconds, pause));
    return;
  }
  const given = issue("mall.given_up", { mall: listing.channelKey });
  await moveListing(transaction, listing, "failed", { issues: toStored([given, ...reasons]) });
}

/** Sends since the mall last said something, or a person started it anew. */
async function countInVain(transaction: Transaction, listingId: string): Promise<number> {
  const [found] = await transaction.$queryRaw<{ sends: number }[]>`
    SELECT count(*)::int AS "sends" FROM "audit_line"
    WHERE "subject_kind" = 'listing' AND "subject_id" = ${listingId} AND "details" ->> 'to' = 'sending' AND "id" > coalesce((
      SELECT max("id") FROM "audit_line" WHERE "subject_kind" = 'listing' AND "subject_id" = ${listingId}
        AND ("action" = 'retry-listing' OR "details" ->> 'to' IN ('live', 'in_review', 'refused', 'withdrawn'))), 0)`;
  return found?.sends ?? 0;
}

function isSame(one: Date | null, other: Date | null): boolean {
  return one?.getTime() === other?.getTime();
}

async function later(
  transaction: Transaction,
  task: "publish-listing" | "follow-listing" | "withdraw-listing",
  listing: Listing,
  seconds = 0,
): Promise<void> {
  const priority = await urgencyOf(transaction, listing);
  await addJob(transaction, task, { listingId: listing.id }, { ...listingJob(listing, seconds), priority });
}
