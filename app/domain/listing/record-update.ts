import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Listing } from "#app/services/database/generated/client.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import type { Issue } from "../issue/issue.ts";
import { toStored } from "../issue/stored-issues.ts";
import type { UpdateAnswer } from "./answers.ts";
import { listingJob, updateJob } from "./listing-job.ts";
import { differingParts, type ListingParts, readParts, storedParts } from "./listing-parts.ts";
import { requireLocked } from "./lock-listing.ts";
import { moveListing } from "./move-listing.ts";

export type ChangedPart = "price" | "stocks";

/** One part of a listing that stands is about to be changed at its mall. */
export interface PartUpdate {
  listing: Pick<Listing, "id" | "channelKey" | "wantedVersionId" | "wantedAt">;
  part: ChangedPart;
  wanted: ListingParts;
}

/**
 * Commits that nobody knows this part for now, before the first byte leaves: whoever comes after a run that died finds that it
 * differs, and asks again. False when the listing does not stand any more.
 */
export async function beginUpdate(database: Database, { listing, part }: PartUpdate): Promise<boolean> {
  return inTransaction(database, async (transaction) => {
    const before = await requireLocked(transaction, listing.id);
    if (before.state !== "live" || before.wanted !== "live") return false;
    const parts = readParts(before.sentParts);
    await transaction.listing.update({
      where: { id: listing.id },
      data: { sentAt: new Date(), sentParts: storedParts(parts && { ...parts, [part]: null }) },
    });
    return true;
  });
}

/** Records what the mall answered. A "no" leaves it as it was there; the listing stands, and the issues say why. */
export async function recordUpdate(
  database: Database,
  { listing, part, wanted }: PartUpdate,
  before: ListingParts,
  answer: Exclude<UpdateAnswer, { outcome: "whole" }>,
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const stored = await requireLocked(transaction, listing.id);
    // Taken down or sent whole meanwhile: what became of that is the newer word.
    if (stored.state !== "live") return;
    const parts = readParts(stored.sentParts);
    switch (answer.outcome) {
      case "accepted": {
        const now = parts && { ...parts, [part]: wanted[part] };
        const whole = differingParts(now, wanted).length === 0;
        await transaction.listing.update({
          where: { id: listing.id },
          data: {
            sentParts: storedParts(now),
            sentOutcome: "accepted",
            issues: toStored([]),
            ...(whole && { sentVersionId: listing.wantedVersionId }),
          },
        });
        await recordAudit(transaction, program, {
          action: "update-listing",
          subject: { kind: "listing", id: listing.id },
          versionAfter: listing.wantedVersionId,
          details: { part, mall: listing.channelKey, ...(part === "price" && { price: wanted.price }) },
        });
        return;
      }
      case "refused":
        await settle(transaction, listing, answer.issues, {
          sentOutcome: "refused",
          sentParts: storedParts(parts && { ...parts, [part]: before[part] }),
        });
        return;
      case "unsure":
        await transaction.listing.update({
          where: { id: listing.id },
          data: { issues: toStored([answer.reason]) },
        });
        await addJob(
          transaction,
          "update-listing",
          { listingId: listing.id },
          updateJob(listing, answer.retryAfterSeconds),
        );
        return;
    }
  });
}

/** Nothing differs any more, and nothing is left to complain about. */
export async function recordUnchanged(database: Database, listing: PartUpdate["listing"]): Promise<void> {
  await database.listing.updateMany({
    where: { id: listing.id, wantedAt: listing.wantedAt, state: "live" },
    data: {
      outdated: false,
      sentVersionId: listing.wantedVersionId,
      sentOutcome: "accepted",
      issues: toStored([]),
    },
  });
}

/** Our own checks hold the change back; what stands at the mall stays as it is. */
export async function holdUpdate(
  database: Database,
  listing: PartUpdate["listing"],
  issues: readonly Issue[],
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    if ((await requireLocked(transaction, listing.id)).state === "live") await settle(transaction, listing, issues);
  });
}

/** More differs than the mall's own calls can change: everything is sent. */
export async function sendWhole(database: Database, listing: PartUpdate["listing"]): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const stored = await requireLocked(transaction, listing.id);
    if (stored.state !== "live" || stored.wanted !== "live") return;
    const moved = await moveListing(transaction, stored, "waiting");
    await transaction.listing.updateMany({
      where: { id: listing.id, wantedAt: listing.wantedAt },
      data: { outdated: false },
    });
    await addJob(transaction, "publish-listing", { listingId: listing.id }, listingJob(moved));
  });
}

/** The last word for now on what is wanted, unless something else is wanted since. */
async function settle(
  transaction: Transaction,
  { id, wantedAt }: PartUpdate["listing"],
  issues: readonly Issue[],
  facts: Parameters<typeof moveListing>[3] = {},
): Promise<void> {
  await transaction.listing.update({ where: { id }, data: { ...facts, issues: toStored(issues) } });
  await transaction.listing.updateMany({ where: { id, wantedAt }, data: { outdated: false } });
}
