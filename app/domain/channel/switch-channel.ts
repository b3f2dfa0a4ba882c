import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { addJobs } from "#app/services/queue/jobs.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";

export const switchChannelInput = z.object({ key: z.string(), on: z.stringbool() });

/** Stops or resumes all sending to a mall; what waited in between is sent when it comes back. */
export async function switchChannel(
  database: Database,
  actor: Actor,
  { key, on }: z.infer<typeof switchChannelInput>,
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
    const waiting = await transaction.listing.findMany({
      where: { channelKey: key, state: "waiting", wanted: "live" },
      select: { id: true },
    });
    const jobs = waiting.map(({ id }) => ({
      payload: { listingId: id },
      key: `listing:${id}`,
      queue: `listing:${id}`,
    }));
    await addJobs(transaction, "publish-listing", jobs);
    return done({ on });
  });
}
