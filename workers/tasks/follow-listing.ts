import type { LookUpAnswer } from "#app/channels/contract.ts";
import { mallOfChannel } from "#app/channels/registry.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { followUpAt } from "#app/domain/listing/follow-up.ts";
import { recordLookUp } from "#app/domain/listing/record-answer.ts";
import type { Listing } from "#app/services/database/generated/client.ts";
import type { Jobs } from "#app/services/queue/jobs.ts";
import { askMall, mallRests } from "../ask-mall.ts";
import type { WorkerContext } from "../context.ts";

/** Asks the mall about a listing that it reviews, or whose fate we do not know. */
export async function followListing(context: WorkerContext, { listingId }: Jobs["follow-listing"]): Promise<void> {
  const listing = await context.database.listing.findUnique({ where: { id: listingId } });
  if (!listing || !["sending", "unknown", "in_review"].includes(listing.state)) return;
  await lookUpListing(context, listing);
}

export async function lookUpListing(context: WorkerContext, listing: Listing): Promise<void> {
  const { database, followUpPace } = context;
  const { channelKey } = listing;
  const connection = context.malls[channelKey];
  if (!connection) return;
  const now = new Date();
  const followUp = followUpAt(mallOfChannel(channelKey).spec.followUp, followUpPace, listing.sentAt, now);
  if (await mallRests(context, listing, "follow-listing")) return;
  const answer = await askMall(context, listing, () => connection.lookUp(listing.reference, listing.remoteId));
  const sentSeconds = listing.sentAt ? (now.getTime() - listing.sentAt.getTime()) / 1000 : Number.POSITIVE_INFINITY;
  const trusted = believed(answer, followUp.settleSeconds - sentSeconds);
  await recordLookUp(database, { listingId: listing.id, asked: listing, answer: trusted, followUp });
}

/** A send of a moment ago may still be on its way into the mall's books: that nobody sees it proves nothing yet. */
function believed(answer: LookUpAnswer, secondsToSettle: number): LookUpAnswer {
  const unseen = answer.outcome === "absent" || (answer.outcome === "found" && answer.heard.state === "withdrawn");
  if (!unseen || secondsToSettle <= 0) return answer;
  return { outcome: "unsure", reason: issue("mall.outcome_unknown"), retryAfterSeconds: secondsToSettle };
}
