import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import { addJobs } from "#app/services/queue/jobs.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { listingJob } from "../listing/listing-job.ts";
import { planListings } from "../listing/plan-listings.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { loadMallRules } from "../product/load-mall-rules.ts";
import type { MallCheck } from "../product/product-facts.ts";

export const switchChannelInput = z.object({ key: z.string(), on: z.stringbool() });

/** Stops or resumes all sending to a mall; what waited or was selected in between is sent when it comes back. */
export async function switchChannel(
  database: Database,
  actor: Actor,
  { key, on }: z.infer<typeof switchChannelInput>,
  checks: Readonly<Record<string, { check: MallCheck }>>,
): Promise<Outcome<{ on: boolean }>> {
  return inTransaction(database, async (transaction) => {
    const { count } = await transaction.channel.updateMany({ where: { key, on: !on }, data: { on } });
    if (count === 0) {
      const known = await transaction.channel.findUnique({ where: { key } });
      return known ? done({ on }) : refused("channel.not_found");
    }
    await recordAudit(transaction, actor, {
      action: "switch-channel",
      subject: { kind: "channel", id: key },
      details: { on },
    });
    if (!on) return done({ on });
    await sendWaiting(transaction, key);
    await planMissing(transaction, actor, key, checks);
    return done({ on });
  });
}

async function sendWaiting(transaction: Transaction, key: string): Promise<void> {
  const waiting = await transaction.listing.findMany({
    where: { channelKey: key, state: "waiting", wanted: "live" },
    select: { id: true, channelKey: true },
  });
  const jobs = waiting.map((listing) => ({ payload: { listingId: listing.id }, ...listingJob(listing) }));
  await addJobs(transaction, "publish-listing", jobs);
}

/** A product that was selected in two seasons gets the later one's version. */
async function planMissing(
  transaction: Transaction,
  actor: Actor,
  key: string,
  checks: Readonly<Record<string, { check: MallCheck }>>,
): Promise<void> {
  const rules = (await loadMallRules(transaction, checks)).filter((mall) => mall.key === key);
  const missing = await transaction.submission.findMany({
    where: {
      state: "selected",
      season: { state: { not: "closed" } },
      product: { listings: { none: { channelKey: key } }, recalls: { none: { liftedAt: null } } },
    },
    orderBy: { season: { year: "desc" } },
    select: { productId: true, versionId: true },
  });
  for (const chosen of missing) await planListings(transaction, actor, chosen, rules);
}
