import {
  type ListingChange,
  type MallConnection,
  type UpdateAnswer,
  updatesPrice,
  updatesStock,
} from "#app/channels/contract.ts";
import { malls } from "#app/channels/registry.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { updateJob } from "#app/domain/listing/listing-job.ts";
import { differingParts, type ListingPart, type ListingParts, readParts } from "#app/domain/listing/listing-parts.ts";
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
import type { Listing } from "#app/services/database/generated/client.ts";
import { addJob, type Jobs } from "#app/services/queue/jobs.ts";
import { askMall, mallRests } from "../ask-mall.ts";
import type { WorkerContext } from "../context.ts";
import { wantedParts } from "../images/wanted-parts.ts";

/**
 * Brings a listing that stands to what we want: nothing is sent when nothing differs, price and stock go by calls of their own
 * where the mall has them, and everything is sent otherwise. Where the rest cannot be sent, price and stock are kept right all the same:
 * what stands there is sold. Every step may be repeated.
 */
export async function updateListing(context: WorkerContext, { listingId }: Jobs["update-listing"]): Promise<void> {
  const { database } = context;
  const listing = await database.listing.findUnique({ where: { id: listingId } });
  if (listing?.wanted !== "live") return;
  const { channelKey } = listing;
  const connection = context.malls[channelKey];
  const rules = await loadChannelRules(database, malls, channelKey);
  const product = (await loadProductFacts(database, [listing.wantedVersionId])).get(listing.wantedVersionId);
  if (!connection || !rules || !product) return;
  const wrong = readinessForMall(product, rules).issues.filter(({ severity }) => severity === "error");
  const change = { reference: listing.reference, remoteId: listing.remoteId ?? "", product };
  const goods = goodsCalls(connection, change, wrong);
  if (["not_ready", "refused", "failed"].includes(listing.state)) return tellGoods(context, listing, goods, null);
  if (listing.state !== "live") return;

  const wanted = wantedParts(channelKey, product, rules);
  const sent = readParts(listing.sentParts);
  const changed = differingParts(sent, wanted);
  if (changed.length === 0) return recordUnchanged(database, listing);
  const calls = sent && listing.remoteId !== null ? ownCalls(connection, change, changed) : null;
  // Sold out is no mistake where the mall can be told so.
  const told = calls ? wrong.filter(({ code }) => code !== "stock.none") : wrong;
  if (told.length > 0) {
    const differing = goods.filter(({ part }) => changed.includes(part));
    await tellGoods(context, listing, differing, sent && { sent, wanted });
    return holdUpdate(database, listing, told);
  }
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

/** The fields of the sheet that each part comes from. */
const fieldsOf: Record<ChangedPart, readonly string[]> = { price: ["price"], stocks: ["stock", "option_stock"] };

/** What the mall can be told of price and stock alone, as far as our own checks have nothing against just that. */
function goodsCalls(connection: MallConnection, change: ListingChange, wrong: readonly Issue[]): OwnCall[] {
  if (change.remoteId === "") return [];
  return (["price", "stocks"] as const)
    .filter(
      (part) => !wrong.some(({ code, path }) => code !== "stock.none" && fieldsOf[part].includes(path.field ?? "")),
    )
    .flatMap((part) => ownCalls(connection, change, [part]) ?? []);
}

/**
 * Says what there is and what it costs of a listing whose other change cannot be sent. It is said once more whenever something changes,
 * so a "no" or "only with everything else" is left to whoever mends the rest. `parts`: of one that stands as we know it.
 */
async function tellGoods(
  context: WorkerContext,
  listing: Listing,
  calls: readonly OwnCall[],
  parts: { sent: ListingParts; wanted: ListingParts } | null,
): Promise<void> {
  const { database } = context;
  if (calls.length === 0 || (await mallRests(context, listing, "update-listing"))) return;
  for (const { part, call } of calls) {
    const update = parts && { listing, part, wanted: parts.wanted };
    if (update && !(await beginUpdate(database, update))) return;
    const answer = await askMall(context, listing, call);
    if (update && answer.outcome !== "whole") await recordUpdate(database, update, parts.sent, answer);
    if (answer.outcome !== "unsure") continue;
    return addJob(database, "update-listing", { listingId: listing.id }, updateJob(listing, answer.retryAfterSeconds));
  }
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
