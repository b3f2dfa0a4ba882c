import type { Prisma, Transaction } from "#app/services/database/database.ts";
import type { Listing, ListingState } from "#app/services/database/generated/client.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { wakeClosing } from "../closing/wake-closing.ts";
import { fromStored } from "../issue/stored-issues.ts";
import { notifyStore } from "../outbox/notify-store.ts";
import type { Template } from "../outbox/templates.ts";
import { confirmRecall } from "../recall/confirm-recall.ts";
import { countPublishing } from "./count-publishing.ts";
import { requireLocked } from "./lock-listing.ts";
import { listingStates } from "./states.ts";

/**
 * The only way a listing's state changes once it exists (but for the claim of a send): along the table, with an audit line
 * and the progress counted anew. The same state again refreshes the facts only. A listing is given as this transaction has it, locked.
 */
export async function moveListing(
  transaction: Transaction,
  given: string | Listing,
  to: ListingState,
  facts: Prisma.ListingUncheckedUpdateInput = {},
  telling: "told" | "silently" = "told",
): Promise<Listing> {
  const listing = typeof given === "string" ? await requireLocked(transaction, given) : given;
  const { id: listingId } = listing;
  if (listing.state !== to && !listingStates.allows(listing.state, to)) {
    throw new Error(`Listing ${listingId} cannot move from ${listing.state} to ${to}`);
  }
  const moved = await transaction.listing.update({ where: { id: listingId }, data: { ...facts, state: to } });
  if (listing.state !== to) {
    await recordAudit(transaction, program, {
      action: "move-listing",
      subject: { kind: "listing", id: listingId },
      versionAfter: listing.wantedVersionId,
      details: { from: listing.state, to },
    });
    await countPublishing(transaction, listingId);
    if (to === "withdrawn") {
      await confirmRecall(transaction, listing.productId);
      await wakeClosing(transaction, listing.productId);
    }
    if (telling === "told") await tellMerchant(transaction, moved, listing.state);
  }
  return moved;
}

/** What concerns the merchant; all else are steps on the way. A listing that nobody ever saw needs no farewell. */
function templateFor(from: ListingState, to: ListingState): Template | null {
  if (to === "live") return "listing_live";
  if (to === "refused") return "listing_refused";
  if (to === "not_ready") return "listing_held";
  return to === "withdrawn" && (from === "live" || from === "withdrawing") ? "listing_withdrawn" : null;
}

interface Told {
  storeId: string;
  product: string;
  mall: string;
  /** How often the listing has changed. */
  changes: number;
}

/** Once a change: the row is locked, and the same state again does not come here. */
async function tellMerchant(transaction: Transaction, listing: Listing, from: ListingState): Promise<void> {
  const { id, state, productId, channelKey, wantedVersionId } = listing;
  const template = templateFor(from, state);
  if (!template) return;
  const [told] = await transaction.$queryRaw<Told[]>`
    SELECT product."store_id" AS "storeId", version."name" AS "product", channel."name_ko" AS "mall",
           (SELECT count(*)::int FROM "audit_line" WHERE "subject_kind" = 'listing' AND "subject_id" = ${id}) AS "changes"
    FROM "product" AS product, "product_version" AS version, "channel" AS channel
    WHERE product."id" = ${productId}::uuid AND version."id" = ${wantedVersionId}::uuid AND channel."key" = ${channelKey}`;
  if (!told) throw new Error(`Listing ${id} has no product`);
  const { storeId, product, mall, changes } = told;
  const [why] = fromStored(listing.issues).filter(({ severity }) => severity === "error");
  await notifyStore(transaction, storeId, {
    template,
    params: { product, mall, page: `/merchant/products/${productId}`, ...(why && { issue: JSON.stringify(why) }) },
    event: `${id}:${changes}`,
    bundle: channelKey,
  });
}
