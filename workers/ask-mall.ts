import { collectExchanges } from "#app/channels/exchange.ts";
import { type Contact, mayContact, recordContact } from "#app/domain/channel/contact.ts";
import { keepExchanges } from "#app/domain/listing/keep-exchanges.ts";
import { listingJob, updateJob } from "#app/domain/listing/listing-job.ts";
import { urgencyOf } from "#app/domain/listing/urgency-of.ts";
import { tellOwner } from "#app/domain/own-shop/tell-owner.ts";
import type { Listing } from "#app/services/database/generated/client.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import type { WorkerContext } from "./context.ts";

type Answer = { outcome: string; reason?: Contact["reason"]; retryAfterSeconds?: number };

/**
 * Whether the listing's mall may be asked now. Where it rests the same job is enqueued for later, a little spread, so that
 * not all come back at once.
 */
export async function mallRests(
  { database }: WorkerContext,
  listing: Pick<Listing, "id" | "channelKey" | "productId" | "wanted">,
  task: "publish-listing" | "follow-listing" | "withdraw-listing" | "update-listing",
): Promise<boolean> {
  const until = await mayContact(database, listing.channelKey);
  if (until === null) return false;
  const seconds = Math.max(1, (until.getTime() - Date.now()) / 1000) * (1 + Math.random() * 0.2);
  const jobOf = task === "update-listing" ? updateJob : listingJob;
  const priority = await urgencyOf(database, listing);
  await addJob(database, task, { listingId: listing.id }, { ...jobOf(listing, seconds), priority });
  return true;
}

/** One question to a mall about one listing: what was said is kept as evidence, and what it met counts for the mall. */
export async function askMall<T extends Answer>(
  { database, followUpPace, log }: WorkerContext,
  { id, channelKey }: Pick<Listing, "id" | "channelKey">,
  ask: () => Promise<T>,
): Promise<T> {
  const said = await collectExchanges(ask, (exchanges) => keepExchanges(database, id, exchanges));
  const answer = said.reason ? { ...said, reason: tellOwner(channelKey, said.reason) } : said;
  const { reason = null, retryAfterSeconds = 0 } = answer;
  if (reason)
    log.info({ listing: id, mall: channelKey, outcome: answer.outcome, reason: reason.code }, "mall did not act");
  await recordContact(database, channelKey, { reason, retryAfterSeconds }, followUpPace);
  return answer;
}
