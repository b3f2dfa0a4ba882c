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
  /** Keys of those that are stopped. */
  options?: string[];
}

const gone: readonly DriftKind[] = ["taken_down", "deleted"];

interface Comparison {
  listingId: string;
  /** The listing as it was when its mall was asked. */
  asked?: Pick<Listing, "state" | "attempts" | "sentAt">;
  answer: LookUpAnswer;
  now?: Date;
}

/**
 * Compares what a mall shows of a listing that stands with what it was sent, and does with what is found as the mall's rule says.
 * What the mall did not say for certain changes nothing, and what it said before it was sent something else neither.
 */
export async function compareListing(
  database: Database,
  { listingId, asked, answer, now = new Date() }: Comparison,
): Promise<void> {
  if (answer.outcome === "unsure") return;
  await inTransaction(database, async (transaction) => {
    await transaction.$queryRaw`SELECT 1 FROM "listing" WHERE "id" = ${listingId}::uuid FOR UPDATE`;
    const listing = await transaction.listing.findUniqueOrThrow({
      where: { id: listingId },
      include: { channel: { select: { driftRule: true } } },
    });
    // On its way to something else meanwhile, or about to be changed by us.
    if (!mayCompare(listing) || (asked && isSentSince(listing, asked))) return;
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
    if (heard?.state === "in_review" || heard?.state === "registering") {
      // Nothing was sent; whether it comes back is asked in its time, and why it was refused is known until then.
      if (listing.state === "live") {
        await transaction.listing.update({ where: { id: listingId }, data: { issues: toStored(heard.issues) } });
      }
      return;
    }
    // The mall's people have had another look: that is its word, and the merchant is told.
    if (heard?.state === "refused") {
      await moveListing(transaction, listingId, "refused", { issues: toStored(heard.issues) });
    } else if (listing.state === "refused" && heard?.state === "live") {
      await moveListing(transaction, listingId, "live", { issues: toStored([]), pageUrl: heard.pageUrl ?? undefined });
    }
    const isRefused = listing.state === "refused" || heard?.state === "refused";
    const differences = isRefused ? stoppedOptions(listing, heard) : findDifferences(listing, heard);
    await endVanished(transaction, listing, differences, isRefused);
    for (const difference of differences) await record(transaction, listing, difference, now);
    // What is refused is sent again by a person alone: a mall that says no would be asked without end.
    if (isRefused) return;
    const rule = listing.channel.driftRule;
    for (const { kind } of differences) {
      if (rule === "send_ours") await endDrift(transaction, program, { listing, kind, how: "sent_ours" });
      if (rule === "accept_deletion" && gone.includes(kind)) {
        await endDrift(transaction, program, { listing, kind, how: "accepted" });
      }
    }
  });
}

/**
 * What stands is compared, and what the mall's people turned down at a review: they may have approved it since. One whose send was refused
 * at once is not: that its mall sells it as it was before says nothing of the refusal.
 */
export function mayCompare({
  state,
  wanted,
  outdated,
  sentOutcome,
  remoteId,
}: Pick<Listing, "state" | "wanted" | "outdated" | "sentOutcome" | "remoteId">): boolean {
  if (wanted !== "live") return false;
  if (state === "refused") return sentOutcome === "accepted" && remoteId !== null;
  return state === "live" && !outdated;
}

function isSentSince({ state, attempts, sentAt }: Listing, asked: NonNullable<Comparison["asked"]>): boolean {
  return state !== asked.state || attempts !== asked.attempts || sentAt?.getTime() !== asked.sentAt?.getTime();
}

/** Pure. Options that are not sold though they were sent with something in stock; one that was taken out of the product is to be stopped. */
function stoppedOptions({ sentParts }: Pick<Listing, "sentParts">, heard: Heard | null): Difference[] {
  const { stocks = null } = readParts(sentParts) ?? {};
  const options = (heard?.stoppedOptions ?? []).filter((key) => stocks === null || (stocks[key] ?? 0) > 0);
  if (options.length === 0) return [];
  const all = stocks && Object.keys(stocks).length;
  return [{ kind: "options_stopped", ours: all, theirs: all === null ? null : all - options.length, options }];
}

/** Pure. A stock that is lower than it was sent is what was sold; of what is sold out nothing is shown at some malls. */
export function findDifferences({ sentParts }: Pick<Listing, "sentParts">, heard: Heard | null): Difference[] {
  const { price = null, stocks = null } = readParts(sentParts) ?? {};
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
  found.push(...stoppedOptions({ sentParts }, heard));
  const copies = issues.find(({ code }) => code === "mall.duplicate_listings");
  if (copies) found.push({ kind: "duplicate", ours: 1, theirs: Number(copies.params?.count ?? 2) });
  return found;
}

async function record(
  transaction: Transaction,
  { id, channelKey, issues }: Listing,
  { kind, ours, theirs, options = [] }: Difference,
  now: Date,
): Promise<void> {
  const open = await transaction.listingDrift.findFirst({ where: { listingId: id, kind, endedAt: null } });
  if (open) {
    await transaction.listingDrift.update({ where: { id: open.id }, data: { ours, theirs, options } });
    return;
  }
  await transaction.listingDrift.create({ data: { listingId: id, kind, ours, theirs, options, foundAt: now } });
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

/**
 * What was found before and is not there any more: somebody put it right at the mall. Of what is refused only its options were looked at, and
 * what is said of it is why it was refused.
 */
async function endVanished(
  transaction: Transaction,
  { id }: Listing,
  found: readonly Difference[],
  isRefused: boolean,
): Promise<void> {
  const lookedAt = isRefused ? { in: ["options_stopped" as const] } : {};
  const { count } = await transaction.listingDrift.updateMany({
    where: { listingId: id, endedAt: null, kind: { ...lookedAt, notIn: found.map(({ kind }) => kind) } },
    data: { endedAt: new Date(), ended: "vanished" },
  });
  if (count > 0 && found.length === 0 && !isRefused) {
    await transaction.listing.update({ where: { id }, data: { issues: toStored([]) } });
  }
}
