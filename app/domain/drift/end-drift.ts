import type { Transaction } from "#app/services/database/database.ts";
import type { Listing } from "#app/services/database/generated/client.ts";
import type { DriftEnd, DriftKind } from "#app/services/database/generated/enums.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { toStored } from "../issue/stored-issues.ts";
import { listingJob, updateJob } from "../listing/listing-job.ts";
import { readParts, storedParts } from "../listing/listing-parts.ts";
import { moveListing } from "../listing/move-listing.ts";

interface EndingDrift {
  listing: Pick<Listing, "id" | "channelKey" | "sentParts">;
  kind: DriftKind;
  how: Exclude<DriftEnd, "vanished">;
}

/** Does what a person or the mall's rule has chosen, with an audit line. Whoever calls holds the listing's row. */
export async function endDrift(
  transaction: Transaction,
  actor: Actor,
  { listing, kind, how }: EndingDrift,
): Promise<void> {
  const { id, channelKey } = listing;
  const [drift] = await transaction.listingDrift.updateManyAndReturn({
    where: { listingId: id, kind, endedAt: null },
    data: { endedAt: new Date(), ended: how },
  });
  if (how === "sent_ours") await sendOurs(transaction, listing, kind);
  else if (kind === "taken_down" || kind === "deleted") await acceptDeletion(transaction, id);
  else if (kind === "options_stopped") await keepStopped(transaction, listing, drift?.options ?? []);
  else if (kind !== "duplicate") await keepTheirs(transaction, listing, kind, drift?.theirs ?? null);
  await recordAudit(transaction, actor, {
    action: "end-drift",
    subject: { kind: "listing", id },
    details: { kind, how, mall: channelKey },
  });
}

async function sendOurs(
  transaction: Transaction,
  { id, channelKey, sentParts }: EndingDrift["listing"],
  kind: DriftKind,
): Promise<void> {
  const parts = readParts(sentParts);
  switch (kind) {
    case "price":
    case "stock": {
      // Nobody knows this part now: the comparison that follows sends it again, by its own call.
      const unknown = parts && { ...parts, [kind === "price" ? "price" : "stocks"]: null };
      await transaction.listing.update({
        where: { id },
        data: { sentParts: storedParts(unknown), outdated: true, wantedAt: new Date() },
      });
      await addJob(transaction, "update-listing", { listingId: id }, updateJob({ id, channelKey }));
      return;
    }
    // The whole goes there again, and what is stopped with it.
    case "options_stopped":
    case "taken_down":
      await moveListing(transaction, id, "waiting", { issues: toStored([]), sentParts: storedParts(null) }, "silently");
      await addJob(transaction, "publish-listing", { listingId: id }, listingJob({ id, channelKey }));
      return;
    case "deleted":
      // Found some time ago: it may be back, and would then be made a second time.
      await moveListing(transaction, id, "unknown", { issues: toStored([]) }, "silently");
      await addJob(transaction, "follow-listing", { listingId: id }, listingJob({ id, channelKey }));
      return;
    case "duplicate":
      return;
  }
}

/** What the mall shows counts as what it was sent: it is no difference any more, until something else is wanted. */
async function keepTheirs(
  transaction: Transaction,
  { id, sentParts }: EndingDrift["listing"],
  kind: "price" | "stock",
  theirs: number | null,
): Promise<void> {
  const parts = readParts(sentParts);
  if (!parts) return;
  const [only, ...others] = Object.keys(parts.stocks ?? {});
  const stocks = only !== undefined && others.length === 0 && theirs !== null ? { [only]: theirs } : null;
  const known = kind === "price" ? { ...parts, price: theirs } : { ...parts, stocks };
  await transaction.listing.update({ where: { id }, data: { sentParts: storedParts(known) } });
}

/** Of an option that is not sold nothing counts as there; asked again when its stock is another. */
async function keepStopped(
  transaction: Transaction,
  { id, sentParts }: EndingDrift["listing"],
  options: readonly string[],
): Promise<void> {
  const parts = readParts(sentParts);
  if (!parts?.stocks) return;
  const stocks = { ...parts.stocks, ...Object.fromEntries(options.map((key) => [key, 0])) };
  await transaction.listing.update({ where: { id }, data: { sentParts: storedParts({ ...parts, stocks }) } });
}

/** It is wanted no more; nothing is asked of the mall, which has taken it down already. */
async function acceptDeletion(transaction: Transaction, id: string): Promise<void> {
  await transaction.listing.update({ where: { id }, data: { wanted: "withdrawn", wantedAt: new Date() } });
  await moveListing(transaction, id, "withdrawn", { issues: toStored([]), sentParts: storedParts(null) });
}
