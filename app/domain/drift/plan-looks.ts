import type { Database, Prisma } from "#app/services/database/database.ts";
import { addJobs } from "#app/services/queue/jobs.ts";
import { urgency } from "../listing/listing-job.ts";

const everyHours = 20;

/** Enqueues the look through each account that was not looked through for so long. Gives how many. */
export async function planLooks(
  database: Database,
  { connected, now = new Date() }: { connected: readonly string[]; now?: Date },
): Promise<number> {
  const before = new Date(now.getTime() - everyHours * 3_600_000);
  const due = { OR: [{ lookedThroughAt: null }, { lookedThroughAt: { lt: before } }] };
  return enqueueLooks(database, { key: { in: [...connected] }, ...due });
}

/** Of the programme's accounts; what a merchant sells besides in a shop of their own is no business of ours. */
export async function enqueueLooks(database: Database, where: Prisma.ChannelWhereInput): Promise<number> {
  const channels = await database.channel.findMany({ where: { ...where, on: true, storeId: null } });
  await addJobs(
    database,
    "look-through-mall",
    channels.map(({ key }) => ({
      payload: { channelKey: key },
      key: `look:${key}`,
      queue: `look:${key}`,
      priority: urgency.comparison,
    })),
  );
  return channels.length;
}
