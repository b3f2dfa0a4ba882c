import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import type { AccountProduct, HeardState } from "../listing/answers.ts";
import { beside, urgency } from "../listing/listing-job.ts";
import { requireLocked } from "../listing/lock-listing.ts";
import { moveListing } from "../listing/move-listing.ts";
import { reopenRecall } from "../recall/reopen-recall.ts";

/** What shoppers see, or may see after a review. */
const standing: readonly HeardState[] = ["registering", "in_review", "live"];
/** So many of them are kept to be shown; all are counted. */
const mostKept = 500;
/** Where no code is told, a younger product may be one of ours whose number we have not heard yet. */
const settledDays = 2;
/** What was left alone stays so when it is back within this time. */
const keptDays = 30;
/** What the column holds. */
const mostWon = 2_147_483_647;
const day = 24 * 3_600_000;

/**
 * Records what stands in the programme's account at a mall. What is none of ours is kept to be shown; what we have taken down and
 * somebody has put up again is taken down once more. `products` is null where the mall tells no list.
 */
export async function recordAccount(
  database: Database,
  { channelKey, products, startedAt }: { channelKey: string; products: AccountProduct[] | null; startedAt: Date },
): Promise<void> {
  const shown = products?.filter(({ state }) => standing.includes(state)) ?? [];
  await inTransaction(database, async (transaction) => {
    const { unknown, upAgain } = await sort(transaction, channelKey, shown, startedAt);
    await keep(transaction, channelKey, unknown, startedAt);
    await transaction.channel.update({
      where: { key: channelKey },
      data: {
        lookedThroughAt: startedAt,
        productsStanding: products && shown.length,
        productsUnknown: products && unknown.length,
      },
    });
    for (const listingId of upAgain) await takeDownAgain(transaction, listingId, startedAt);
  });
}

async function sort(transaction: Transaction, channelKey: string, shown: AccountProduct[], startedAt: Date) {
  const ours = await transaction.listing.findMany({
    where: { channelKey },
    select: { id: true, reference: true, remoteId: true, state: true },
  });
  const byNumber = new Map(ours.map((listing) => [listing.remoteId, listing]));
  const byReference = new Map(ours.map((listing) => [listing.reference, listing]));
  const settled = startedAt.getTime() - settledDays * day;
  const unknown: AccountProduct[] = [];
  const upAgain = new Set<string>();
  for (const product of shown) {
    const listing = byNumber.get(product.remoteId) ?? byReference.get(product.code ?? "");
    if (listing?.state === "withdrawn") upAgain.add(listing.id);
    if (listing) continue;
    if (product.code !== null || (product.createdAt?.getTime() ?? 0) < settled) unknown.push(product);
  }
  return { unknown, upAgain };
}

/** The oldest of them, which stay the same from look to look. */
async function keep(
  transaction: Transaction,
  channelKey: string,
  unknown: AccountProduct[],
  startedAt: Date,
): Promise<void> {
  const oldest = unknown
    .toSorted((one, other) => Number(one.remoteId) - Number(other.remoteId))
    .slice(0, mostKept)
    .map(({ remoteId, code, name, state, price, pageUrl }) => ({
      remote_id: remoteId,
      code: code ? storable(code) : null,
      name: storable(name),
      state,
      price: price !== null && Math.abs(price) <= mostWon ? Math.round(price) : null,
      // Becomes a link on our pages.
      page_url: pageUrl !== null && /^https?:\/\//.test(pageUrl) ? pageUrl : null,
    }));
  await transaction.$executeRaw`
    INSERT INTO "unknown_listing"
      ("channel_key", "remote_id", "code", "name", "state", "price", "page_url", "found_at", "seen_at")
    SELECT DISTINCT ON (given."remote_id") ${channelKey}, given."remote_id", given."code", given."name",
           given."state"::"heard_state", given."price", given."page_url", ${startedAt}, ${startedAt}
    FROM jsonb_to_recordset(${JSON.stringify(oldest)}::jsonb) AS given(
      "remote_id" text, "code" text, "name" text, "state" text, "price" int, "page_url" text)
    ON CONFLICT ("channel_key", "remote_id") DO UPDATE SET
      "code" = excluded."code", "name" = excluded."name", "state" = excluded."state", "price" = excluded."price",
      "page_url" = excluded."page_url", "seen_at" = excluded."seen_at"`;
  await transaction.unknownListing.deleteMany({
    where: { channelKey, seenAt: { lt: new Date(startedAt.getTime() - keptDays * day) } },
  });
}

/** Anybody may have typed it: the database knows no zero and no half of a pair. */
function storable(text: string): string {
  return Buffer.from(text.slice(0, 500)).toString().replaceAll("\0", "");
}

/** Unless it was taken down after the look began, or is wanted again. */
async function takeDownAgain(transaction: Transaction, listingId: string, startedAt: Date): Promise<void> {
  const listing = await requireLocked(transaction, listingId);
  const { state, wanted, heardAt, channelKey } = listing;
  if (state !== "withdrawn" || wanted !== "withdrawn" || (heardAt !== null && heardAt >= startedAt)) return;
  await recordAudit(transaction, program, {
    action: "find-drift",
    subject: { kind: "listing", id: listingId },
    details: { kind: "put_up_again", mall: channelKey },
  });
  await moveListing(transaction, listing, "withdrawing");
  const recalled = await reopenRecall(transaction, listing.productId);
  const job = recalled === "food_safety" ? { ...beside(listing), priority: urgency.recall } : beside(listing);
  await addJob(transaction, "withdraw-listing", { listingId }, job);
}
