import { mallOfChannel } from "#app/channels/registry.ts";
import { listingJob } from "#app/domain/listing/listing-job.ts";
import { loadProductFacts } from "#app/domain/product/load-product-facts.ts";
import { addJob, type Jobs } from "#app/services/queue/jobs.ts";
import type { WorkerContext } from "../context.ts";
import { drawListingPage } from "../images/listing-pictures.ts";

/** Draws the detail page of one listing, before it is sent and in none of its mall's lanes: whoever is killed afterwards finds it drawn. */
export async function drawPage(context: WorkerContext, { listingId }: Jobs["draw-page"]): Promise<void> {
  const { database } = context;
  const listing = await database.listing.findUnique({ where: { id: listingId } });
  if (listing?.wanted !== "live" || listing.state !== "waiting") return;
  const { wantedVersionId: versionId } = listing;
  const product = (await loadProductFacts(database, [versionId])).get(versionId);
  if (!product) return;
  // What cannot be drawn is found again, with its issue, by the listing that needs it.
  await drawListingPage(context, product, mallOfChannel(listing.channelKey).spec);
  await addJob(database, "publish-listing", { listingId }, listingJob(listing));
}
