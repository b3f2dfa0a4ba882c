import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Listing } from "#app/services/database/generated/client.ts";
import type { DriftKind } from "#app/services/database/generated/enums.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { issue } from "../issue/issue.ts";
import { toStored } from "../issue/stored-issues.ts";
import type { Heard, LookUpAnswer } from "../listing/answers.ts";
import { readParts, totalStock } from "../listing/listing-parts.ts";
import { moveListing } from "../listing/move-listing.ts";
import { endDrift } from "./end-drift.ts";

/** What a mall shows otherwise than it was sent. */
export interface Difference {
  kind: DriftKind;
  ours: number | null;
  theirs: number | null;
}

const gone: readonly DriftKind[] = ["taken_down", "deleted"];

/**
 * Compares what a mall shows of a listing that stands with what it was sent, and does with what is found as the mall's rule says.
 * What the mall did not say for certain changes nothing.
 */
export async function compareListing(
  database: Database,
  { listingId, answer, now = new Date() }: { listingId: string; answer: LookUpAnswer; now?: Date },
): Promise<void> {
  if (answer.outcome === "unsure") return;
  await inTransaction(database, async (transaction) => {
    await transaction.$queryRaw`SELECT 1 FROM "listing" WHERE "id" = ${listingId}::uuid FOR UPDATE`;
    const listing = await transaction.listing.findUniqueOrThrow({
      where: { id: listingId },
      include: { channel: { select: { driftRule: true } } },
    });
    // On its way to something else meanwhile, or about to be changed by us.
    if (listing.state !== "live" || listing.wanted !== "live" || listing.outdated) return;
    const heard = answer.outcome === "found" ? answer.heard : null;
    await transaction.listing.update({
      where: { id: listingId },
      data: {
        checkedAt: now,
        heardAt: now,
        heardState: heard?.state ?? "absent",
        heardPrice: heard?.goods?.price ?? null,
        heardStock: heard?.goods?.stock ?? null,
      },
    });
    if (heard?.state === "refused" || heard?.state === "in_review" || heard?.state === "registering") {
      return followTheMall(transaction, listing, heard);
    }
    const differences = findDifferences(listing, heard);
    await endVanished(transaction, listing, differences);
    for (const difference of differences) await record(transaction, listing, difference, now);
    const rule = listing.channel.driftRule;
    for (const { kind } of differences) {
      if (rule === "send_ours") await endDrift(transaction, program, { listing, kind, how: "sent_ours" });
      if (rule === "accept_deletion" && gone.includes(kind)) {
        await endDrift(transaction, program, { listing, kind, how: "accepted" });
      }
    }
  });
}

/** Pure. A stock that is lower than it was sent is what was sold; of what is sold out nothing is shown at some malls. */
export function findDifferences(listing: Pick<Listing, "sentParts">, heard: Heard | null): Difference[] {
  const { price = null, stocks = null } = readParts(listing.sentParts) ?? {};
  const stock = stocks && totalStock(stocks);
  if (heard === null) return [{ kind: "deleted", ours: null, theirs: null }];
  if (heard.state === "withdrawn") return stock === 0 ? [] : [{ kind: "taken_down", ours: null, theirs: null }];
  const { goods, issues } = heard;
  const found: Difference[] = [];
  if (price !== null && goods?.price != null && goods.price !== price) {
    found.push({ kind: "price", ours: price, theirs: goods.price });
  }
  if (stock !== null && goods?.stock != null && goods.stock > stock) {
    found.push({ kind: "stock", ours: stock, theirs: goods.stock });
  }
  const copies = issues.find(({ code }) => code === "mall.duplicate_listings");
  if (copies) found.push({ kind: "duplicate", ours: 1, theirs: Number(copies.params?.count ?? 2) });
  return found;
}

/** The mall's people have had another look: that is its word, and the merchant is told. */
async function followTheMall(transaction: Transaction, { id }: Listing, { state, issues }: Heard): Promise<void> {
  if (state === "refused") {
    await moveListing(transaction, id, "refused", { issues: toStored(issues) });
    return;
  }
  // Nothing was sent; whether it comes back is asked in its time.
  await transaction.listing.update({ where: { id }, data: { issues: toStored(issues) } });
}

async function record(
  transaction: Transaction,
  { id, channelKey, issues }: Listing,
  { kind, ours, theirs }: Difference,
  now: Date,
): Promise<void> {
  const open = await transaction.listingDrift.findFirst({ where: { listingId: id, kind, endedAt: null } });
  if (open) {
    await transaction.listingDrift.update({ where: { id: open.id }, data: { ours, theirs } });
    return;
  }
  await transaction.listingDrift.create({ data: { listingId: id, kind, ours, theirs, foundAt: now } });
  if (gone.includes(kind) && (issues as unknown[]).length === 0) {
    const told = issue("mall.listing_gone", { mall: channelKey }, { severity: "warning" });
    await transaction.listing.update({ where: { id }, data: { issues: toStored([told]) } });
  }
  await recordAudit(transaction, program, {
    action: "find-drift",
    subject: { kind: "listing", id },
    details: { kind, mall: channelKey, ...(ours !== null && { ours }), ...(theirs !== null && { theirs }) },
  });
}

/** What was found before and is not there any more: somebody put it right at the mall. */
async function endVanished(transaction: Transaction, { id }: Listing, found: readonly Difference[]): Promise<void> {
  const { count } = await transaction.listingDrift.updateMany({
    where: { listingId: id, endedAt: null, kind: { notIn: found.map(({ kind }) => kind) } },
    data: { endedAt: new Date(), ended: "vanished" },
  });
  if (count > 0 && found.length === 0) {
    await transaction.listing.update({ where: { id }, data: { issues: toStored([]) } });
  }
}
