import pg from "pg";
import { pino } from "pino";
import { loadConfig } from "#app/config.ts";
import type { Stage } from "#commands/rehearsal/stage.ts";
import { openContext } from "#workers/context.ts";
import { publishListing } from "#workers/tasks/publish-listing.ts";

/** graphile-worker's own: taking a job and completing it. */
const ofTheQueue = 2;

/** How often the database is asked for one listing to be sent, on an average: each query that leaves this process is one round trip. */
export async function countRoundTrips(stage: Stage, listings: readonly { id: string }[]): Promise<number> {
  const context = await openContext(loadConfig({ ...stage.settings }), pino({ level: "silent" }));
  const counted = pg.Client.prototype as unknown as { query(...given: unknown[]): unknown };
  const { query } = counted;
  let asked = 0;
  try {
    counted.query = function (...given) {
      asked += 1;
      return query.apply(this, given);
    };
    for (const { id } of listings) await publishListing(context, { listingId: id });
    return asked / listings.length + ofTheQueue;
  } finally {
    counted.query = query;
    await context.close();
  }
}
