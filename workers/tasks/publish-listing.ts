import { mallOfChannel, malls } from "#app/channels/registry.ts";
import { guardSending } from "#app/channels/send-guard.ts";
import { holdWithoutWord } from "#app/domain/agreement/hold-without-word.ts";
import { hasErrors, issue } from "#app/domain/issue/issue.ts";
import { beginSending, continueSending } from "#app/domain/listing/begin-sending.ts";
import { followUpAt } from "#app/domain/listing/follow-up.ts";
import { readParts } from "#app/domain/listing/listing-parts.ts";
import { recordNotReady, recordNotSent, recordPublishAnswer } from "#app/domain/listing/record-answer.ts";
import { loadChannelRules } from "#app/domain/product/load-mall-rules.ts";
import { loadProductFacts } from "#app/domain/product/load-product-facts.ts";
import { readinessForMall } from "#app/domain/product/readiness.ts";
import type { Jobs } from "#app/services/queue/jobs.ts";
import { askMall, mallRests } from "../ask-mall.ts";
import type { WorkerContext } from "../context.ts";
import { listingPictures } from "../images/listing-pictures.ts";
import { wantedParts } from "../images/wanted-parts.ts";
import { lookUpListing } from "./follow-listing.ts";

/**
 * Sends one product to one mall, at most once: check, prepare pictures, send, record; the listing is claimed right before the first
 * request leaves that could make something. Found in `sending` or `unknown` (a run died, an answer was lost) nothing is sent before the
 * mall was asked for our reference.
 */
export async function publishListing(context: WorkerContext, { listingId }: Jobs["publish-listing"]): Promise<void> {
  const { database } = context;
  const listing = await database.listing.findUnique({ where: { id: listingId } });
  if (listing?.wanted !== "live") return;
  if (listing.state === "sending" || listing.state === "unknown") return lookUpListing(context, listing);
  if (listing.state !== "waiting") return;

  const { channelKey } = listing;
  const connection = context.malls[channelKey];
  const rules = await loadChannelRules(database, malls, channelKey);
  if (!connection || !rules) return;
  const { spec } = mallOfChannel(channelKey);

  const { wantedVersionId: versionId } = listing;
  const product = (await loadProductFacts(database, [versionId])).get(versionId);
  if (!product) throw new Error(`Listing ${listingId} wants version ${versionId}, which does not exist`);
  if (await mallRests(context, listing, "publish-listing")) return;
  const { verdict, issues } = readinessForMall(product, rules);
  if (verdict === "not_offered") {
    return recordNotReady(database, listingId, [
      issue("category.not_offered", { field: "category", mall: channelKey }),
    ]);
  }
  if (verdict === "failing") return recordNotReady(database, listingId, issues);
  if (await holdWithoutWord(database, listing)) return;
  const pictures = await listingPictures(context, product, spec);
  if ("issues" in pictures && hasErrors(pictures.issues)) return recordNotReady(database, listingId, pictures.issues);

  const parts = wantedParts(channelKey, product, rules);
  const attempt = listing.attempts + 1;
  let begun = false;
  const overtaken = new Error("Another worker has this send");
  const permit = async () => {
    const mayLeave = begun
      ? await continueSending(database, { listingId, attempt })
      : await beginSending(database, { listingId, versionId, parts, attempt });
    begun = true;
    if (!mayLeave) throw overtaken;
  };
  try {
    const answer = await askMall(context, listing, () =>
      guardSending(permit, () =>
        connection.publish({
          reference: listing.reference,
          product,
          binding: rules.bindings.get(product.categoryKey) ?? { categoryCode: null },
          pictures: pictures.pictures,
          detail: pictures.detail,
          remoteId: listing.remoteId,
          picturesStand: listing.remoteId !== null && readParts(listing.sentParts)?.pictures === parts.pictures,
        }),
      ),
    );
    // Nothing left: it was not the time for it, or the mall's own lists refuse the product.
    if (!begun && answer.outcome === "not_sent") return recordNotSent(database, listingId, answer);
    if (!begun) await permit();
    const followUp = followUpAt(spec.followUp, context.followUpPace, new Date(), new Date());
    await recordPublishAnswer(database, { listingId, attempt, answer, followUp });
  } catch (error) {
    if (error !== overtaken) throw error;
  }
}
