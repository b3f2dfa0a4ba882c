import { mayContact } from "#app/domain/channel/contact.ts";
import { compareListing as compare, mayCompare } from "#app/domain/drift/compare-listing.ts";
import type { Jobs } from "#app/services/queue/jobs.ts";
import { askMall } from "../ask-mall.ts";
import type { WorkerContext } from "../context.ts";

/** Looks whether a mall still shows a listing as it was sent. A mall that rests is asked in the next hour's round. */
export async function compareListing(context: WorkerContext, { listingId }: Jobs["compare-listing"]): Promise<void> {
  const { database } = context;
  const listing = await database.listing.findUnique({ where: { id: listingId } });
  if (!listing || !mayCompare(listing)) return;
  const connection = context.malls[listing.channelKey];
  if (!connection || (await mayContact(database, listing.channelKey)) !== null) return;
  const answer = await askMall(context, listing, () => connection.lookUp(listing.reference, listing.remoteId));
  await compare(database, { listingId, asked: listing, answer });
}
