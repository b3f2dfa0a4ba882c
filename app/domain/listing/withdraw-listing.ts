import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { beside } from "./listing-job.ts";

export const withdrawListingInput = z.object({ listingId: z.uuid() });

/** The office wants a listing gone from its mall; a worker takes it down and believes only the mall's own word that it is. */
export async function withdrawListing(
  database: Database,
  actor: Actor,
  { listingId }: z.infer<typeof withdrawListingInput>,
): Promise<Outcome<{ listingId: string }>> {
  const notAllowed = refuseUnlessOffice(actor);
  if (notAllowed) return notAllowed;
  return inTransaction(database, (transaction) => wantGone(transaction, actor, listingId));
}

/** What withdrawing is, whoever does it. */
export async function wantGone(
  transaction: Transaction,
  actor: Actor,
  listingId: string,
): Promise<Outcome<{ listingId: string }>> {
  const [listing] = await transaction.listing.updateManyAndReturn({
    where: { id: listingId, OR: [{ wanted: "live" }, { paused: true }] },
    data: { wanted: "withdrawn", paused: false, wantedAt: new Date() },
  });
  if (!listing) return refused("listing.not_found");
  await addJob(transaction, "withdraw-listing", { listingId }, beside(listing));
  await recordAudit(transaction, actor, { action: "withdraw-listing", subject: { kind: "listing", id: listingId } });
  return done({ listingId });
}
