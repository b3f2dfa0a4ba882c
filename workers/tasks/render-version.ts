import { mallOfChannel } from "#app/channels/registry.ts";
import { listingJob } from "#app/domain/listing/listing-job.ts";
import { loadProductFacts } from "#app/domain/product/load-product-facts.ts";
import { inTransaction } from "#app/services/database/database.ts";
import { addJobs, type Jobs } from "#app/services/queue/jobs.ts";
import type { WorkerContext } from "../context.ts";
import { ensureRenditions } from "../images/ensure-renditions.ts";
import { planPictures } from "../images/picture-plan.ts";

/**
 * Makes every picture a version needs (the malls' and the web's) with one decode a photo, then sends its listings; those whose mall gets a
 * drawn page by way of drawing it, which takes as long as all the rest.
 */
export async function renderVersion(context: WorkerContext, { versionId }: Jobs["render-version"]): Promise<void> {
  const { database } = context;
  const product = (await loadProductFacts(database, [versionId])).get(versionId);
  if (!product) return;
  const listings = await database.listing.findMany({
    where: { wantedVersionId: versionId, wanted: "live", state: "waiting" },
    select: { id: true, channelKey: true },
  });
  const specs = listings.map(({ channelKey }) => mallOfChannel(channelKey).spec);
  // What cannot be rendered is found again, with its issue, by the listing that needs it.
  await ensureRenditions(context, planPictures(product.photos, specs));
  const [drawn, written] = [true, false].map((isDrawn) =>
    listings.filter(({ channelKey }) => (mallOfChannel(channelKey).spec.detail.as === "pictures") === isDrawn),
  );
  await inTransaction(database, async (transaction) => {
    await addJobs(transaction, "draw-page", (drawn ?? []).map(drawingJob));
    await addJobs(
      transaction,
      "publish-listing",
      (written ?? []).map((listing) => ({ payload: { listingId: listing.id }, ...listingJob(listing) })),
    );
  });
}

function drawingJob({ id }: { id: string }) {
  return { payload: { listingId: id }, key: `page:${id}` };
}
