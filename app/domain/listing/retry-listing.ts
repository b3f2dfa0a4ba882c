import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Listing } from "#app/services/database/generated/client.ts";
import type { ListingState } from "#app/services/database/generated/enums.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAudit } from "../audit/record.ts";
import { fromStored, toStored } from "../issue/stored-issues.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { listingJob, updateJob, urgency, urgent } from "./listing-job.ts";
import { lockListing } from "./lock-listing.ts";
import { moveListing } from "./move-listing.ts";

export const retryListingInput = z.object({ listingId: z.uuid() });
export const retryListingsInput = z.object({ listingIds: z.array(z.uuid()).min(1).max(2_000) });

/**
 * What a person may start again after putting something right; of a withdrawal one that the mall refused, and of what stands a
 * change that it refused.
 */
export function mayRetry({ wanted, state, sentOutcome }: Pick<Listing, "wanted" | "state" | "sentOutcome">): boolean {
  if (state === "failed") return true;
  if (wanted !== "live") return false;
  return state === "refused" || state === "not_ready" || (state === "live" && sentOutcome === "refused");
}

/** The office starts a listing again that was refused, failed or held back. */
export async function retryListing(
  database: Database,
  actor: Actor,
  { listingId }: z.infer<typeof retryListingInput>,
): Promise<Outcome<{ to: ListingState }>> {
  const notAllowed = refuseUnlessOffice(actor);
  if (notAllowed) return notAllowed;
  return inTransaction(database, (transaction) => startAgain(transaction, actor, listingId));
}

/** Many at once, each by itself and behind whoever sends a single one; those that may not start any more are left. */
export async function retryListings(
  database: Database,
  actor: Actor,
  { listingIds }: z.infer<typeof retryListingsInput>,
): Promise<Outcome<{ started: number; left: number }>> {
  const notAllowed = refuseUnlessOffice(actor);
  if (notAllowed) return notAllowed;
  const batchId = randomUUID();
  let started = 0;
  for (const listingId of new Set(listingIds)) {
    const outcome = await inTransaction(database, (transaction) =>
      startAgain(transaction, actor, listingId, { priority: urgency.bulk, batchId }),
    );
    if (outcome.ok) started += 1;
  }
  return done({ started, left: new Set(listingIds).size - started });
}

interface StartingAgain {
  priority?: number;
  batchId?: string;
  /** What more must hold once nobody else may change it. */
  may?(listing: Listing): Promise<boolean>;
}

/**
 * What retrying is, whoever does it. One that failed with its last send unsettled is first looked up at the mall: it may stand there
 * already. So is one that the mall said is gone, before it is made anew.
 */
export async function startAgain(
  transaction: Transaction,
  actor: Actor,
  listingId: string,
  { priority = urgency.person, batchId, may }: StartingAgain = {},
): Promise<Outcome<{ to: ListingState }>> {
  const listing = await lockListing(transaction, listingId);
  if (!listing) return refused("listing.not_found");
  if (!mayRetry(listing) || (may && !(await may(listing)))) return refused("listing.not_repeatable");
  const { to, job } = nextStep(listing);
  await moveListing(transaction, listing, to, { issues: toStored([]) });
  const ofListing = job === "update-listing" ? updateJob(listing) : listingJob(listing);
  const isAwaited = priority === urgency.person;
  await addJob(transaction, job, { listingId }, isAwaited ? urgent(ofListing) : { ...ofListing, priority });
  await recordAudit(transaction, actor, {
    action: "retry-listing",
    subject: { kind: "listing", id: listingId },
    versionAfter: listing.wantedVersionId,
    ...(batchId !== undefined && { batchId }),
    details: { from: listing.state, to },
  });
  return done({ to });
}

function nextStep({ wanted, state, sentOutcome, issues }: Listing) {
  const isGone = state !== "failed" && fromStored(issues).some(({ code }) => code === "mall.listing_gone");
  if ((state === "failed" && sentOutcome === "unknown") || isGone)
    return { to: "unknown", job: "follow-listing" } as const;
  if (state === "live") return { to: "live", job: "update-listing" } as const;
  if (wanted === "withdrawn") return { to: "failed", job: "withdraw-listing" } as const;
  return { to: "waiting", job: "publish-listing" } as const;
}
