import {
  type ListingChange,
  type MallConnection,
  type UpdateAnswer,
  updatesPrice,
  updatesStock,
} from "#app/channels/contract.ts";
import { malls } from "#app/channels/registry.ts";
import { differingParts, type ListingPart, readParts } from "#app/domain/listing/listing-parts.ts";
import {
  beginUpdate,
  type ChangedPart,
  holdUpdate,
  recordUnchanged,
  recordUpdate,
  sendWhole,
} from "#app/domain/listing/record-update.ts";
import { loadChannelRules } from "#app/domain/product/load-mall-rules.ts";
import { loadProductFacts } from "#app/domain/product/load-product-facts.ts";
import { readinessForMall } from "#app/domain/product/readiness.ts";
import type { Jobs } from "#app/services/queue/jobs.ts";
import { askMall, mallRests } from "../ask-mall.ts";
import type { WorkerContext } from "../context.ts";
import { wantedParts } from "../images/wanted-parts.ts";

/**
 * Brings a listing that stands to what we want: nothing is sent when nothing differs, price and stock go by calls of their own
 * where the mall has them, and everything is sent otherwise. Every step may be repeated.
 */
export async function updateListing(context: WorkerContext, { listingId }: Jobs["update-listing"]): Promise<void> {
  const { database } = context;
  const listing = await database.listing.findUnique({ where: { id: listingId } });
  if (listing?.wanted !== "live" || listing.state !== "live") return;
  const { channelKey } = listing;
  const connection = context.malls[channelKey];
  const rules = await loadChannelRules(database, malls, channelKey);
  const product = (await loadProductFacts(database, [listing.wantedVersionId])).get(listing.wantedVersionId);
  if (!connection || !rules || !product) return;

  const wanted = wantedParts(channelKey, product, rules);
  const sent = readParts(listing.sentParts);
  const changed = differingParts(sent, wanted);
  if (changed.length === 0) return recordUnchanged(database, listing);
  const { issues } = readinessForMall(product, rules);
  const change = { reference: listing.reference, remoteId: listing.remoteId ?? "", product };
  const calls = sent && listing.remoteId !== null ? ownCalls(connection, change, changed) : null;
  const wrong = issues.filter(({ severity }) => severity === "error");
  // Sold out is no mistake where the mall can be told so.
  const told = calls ? wrong.filter(({ code }) => code !== "stock.none") : wrong;
  if (told.length > 0) return holdUpdate(database, listing, told);
  if (!sent || !calls) return sendWhole(database, listing);

  if (await mallRests(context, listing, "update-listing")) return;
  for (const { part, call } of calls) {
    const update = { listing, part, wanted };
    if (!(await beginUpdate(database, update))) return;
    const answer = await askMall(context, listing, call);
    if (answer.outcome === "whole")
      return wrong.length > 0 ? holdUpdate(database, listing, wrong) : sendWhole(database, listing);
    await recordUpdate(database, update, sent, answer);
    if (answer.outcome !== "accepted") return;
  }
  await recordUnchanged(database, listing);
}

interface OwnCall {
  part: ChangedPart;
  call(): Promise<UpdateAnswer>;
}

/** Null: the mall changes at least one of these only with everything else. */
function ownCalls(
  connection: MallConnection,
  change: ListingChange,
  changed: readonly ListingPart[],
): OwnCall[] | null {
  const calls: OwnCall[] = [];
  for (const part of changed) {
    if (part === "price" && updatesPrice(connection)) calls.push({ part, call: () => connection.updatePrice(change) });
    else if (part === "stocks" && updatesStock(connection))
      calls.push({ part, call: () => connection.updateStock(change) });
    else return null;
  }
  return calls;
}
