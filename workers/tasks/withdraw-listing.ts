import { beginWithdrawal } from "#app/domain/listing/begin-withdrawal.ts";
import { recordWithdrawal } from "#app/domain/listing/record-answer.ts";
import type { Jobs } from "#app/services/queue/jobs.ts";
import { askMall, mallRests } from "../ask-mall.ts";
import type { WorkerContext } from "../context.ts";

/** Takes a listing down and believes only the mall's own answer. */
export async function withdrawListing(context: WorkerContext, { listingId }: Jobs["withdraw-listing"]): Promise<void> {
  const listing = await beginWithdrawal(context.database, listingId);
  if (!listing) return;
  const connection = context.malls[listing.channelKey];
  if (!connection) return;
  if (await mallRests(context, listing, "withdraw-listing")) return;
  const answer = await askMall(context, listing, () => connection.withdraw(listing.reference, listing.remoteId));
  await recordWithdrawal(context.database, { listingId, answer });
}
