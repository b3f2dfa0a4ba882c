import type { Prisma, Transaction } from "#app/services/database/database.ts";
import type { Listing, ListingState } from "#app/services/database/generated/client.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { notifyStore } from "../outbox/notify-store.ts";
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
    await tellVerdict(transaction, moved);
  }
  return moved;
}

/** Every verdict of a mall reaches the merchant once. */
async function tellVerdict(transaction: Transaction, { id, state, attempts, productId, channelKey }: Listing) {
  if (state !== "live" && state !== "refused") return;
  const { name: product } = await transaction.productVersion.findFirstOrThrow({
    where: { wantedBy: { some: { id } } },
    select: { name: true },
  });
  const { storeId } = await transaction.product.findUniqueOrThrow({ where: { id: productId } });
  const { nameKo: mall } = await transaction.channel.findUniqueOrThrow({ where: { key: channelKey } });
  await notifyStore(transaction, storeId, {
    template: state === "live" ? "listing_live" : "listing_refused",
    params: { product, mall, page: `/merchant/products/${productId}` },
    event: `${id}:${attempts}`,
  });
}
