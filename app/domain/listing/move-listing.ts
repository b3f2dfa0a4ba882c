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
import { listingStates } from "./states.ts";

/**
 * The only way a listing's state changes once it exists (but for the claim of a send): along the table, with an audit line
 * and the progress counted anew. The same state again refreshes the facts only.
 */
export async function moveListing(
  transaction: Transaction,
  listingId: string,
  to: ListingState,
  facts: Prisma.ListingUncheckedUpdateInput = {},
  telling: "told" | "silently" = "told",
): Promise<Listing> {
  await transaction.$queryRaw`SELECT 1 FROM "listing" WHERE "id" = ${listingId}::uuid FOR UPDATE`;
  const listing = await transaction.listing.findUniqueOrThrow({ where: { id: listingId } });
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

/** Once a change: the row is locked, and the same state again does not come here. */
async function tellMerchant(transaction: Transaction, listing: Listing, from: ListingState): Promise<void> {
  const { id, state, productId, channelKey, wantedVersionId } = listing;
  const template = templateFor(from, state);
  if (!template) return;
  const { name: product } = await transaction.productVersion.findUniqueOrThrow({ where: { id: wantedVersionId } });
  const { storeId } = await transaction.product.findUniqueOrThrow({ where: { id: productId } });
  const { nameKo: mall } = await transaction.channel.findUniqueOrThrow({ where: { key: channelKey } });
  const changes = await transaction.auditLine.count({ where: { subjectKind: "listing", subjectId: id } });
  const [why] = fromStored(listing.issues).filter(({ severity }) => severity === "error");
  await notifyStore(transaction, storeId, {
    template,
    params: { product, mall, page: `/merchant/products/${productId}`, ...(why && { issue: JSON.stringify(why) }) },
    event: `${id}:${changes}`,
    bundle: channelKey,
  });
}
