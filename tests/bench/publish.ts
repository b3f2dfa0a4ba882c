import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { mallKeys } from "#app/channels/contract.ts";
import { listingJob } from "#app/domain/listing/listing-job.ts";
import { addJobs } from "#app/services/queue/jobs.ts";
import { openStage, type Stage } from "#commands/rehearsal/stage.ts";
import { noLimits } from "#tests/malls/played-malls.ts";
import { measurePickUp, watchPickUps } from "./publish/pick-ups.ts";
import { prepareListings } from "./publish/prepare-listings.ts";
import { countRoundTrips } from "./publish/round-trips.ts";

/*
 * `npm run bench -- publish [--products 200] [--json]`: how fast listings are sent where no mall limits us, by one worker and by two; how
 * often the database is asked for one listing; and how soon a job begins that somebody waits for while all that lies there. Pictures
 * and detail pages are made beforehand: they are measured by `pictures`.
 */

const options = {
  json: { type: "boolean", default: false },
  products: { type: "string", default: "200" },
} as const;

/** Published by the bench itself, whose questions to the database are counted. */
const sample = 10;

export async function bench(words: string[]): Promise<void> {
  const { json, products } = parseArgs({ args: words, options }).values;
  const stage = await openStage({ keep: false, workers: 0, limits: noLimits });
  try {
    await liftOurPace(stage);
    const listings = await prepareListings(stage, Number(products) + sample);
    const roundTrips = await countRoundTrips(stage, listings.splice(0, sample * mallKeys.length));
    const half = Math.ceil(listings.length / 2);
    const one = await publish(stage, listings.slice(0, half), 1);
    await watchPickUps(stage.database);
    const measuring = measurePickUp(stage.database);
    const two = await publish(stage, listings.slice(half), 2);
    const pickUp = await measuring.end();
    const held = Object.values(stage.countListings());
    const result = {
      products: Number(products),
      listings: held.reduce((sum, mall) => sum + mall.listings, 0),
      duplicates: held.reduce((sum, mall) => sum + mall.duplicates, 0),
      listingsPerSecond: { oneWorker: rounded(one), twoWorkers: rounded(two), times: rounded(two / one) },
      roundTripsPerListing: rounded(roundTrips),
      pickUpMilliseconds: pickUp,
    };
    if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
    else process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  } finally {
    await stage.close();
  }
}

/** The buckets in the database hold whatever is asked of them. */
async function liftOurPace({ database }: Stage): Promise<void> {
  await database.$executeRaw`
    CREATE FUNCTION "lift_pace"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW."per_second" = 1e6; NEW."capacity" = 1e6; NEW."full_at" = now();
      RETURN NEW;
    END $$`;
  await database.$executeRaw`
    CREATE TRIGGER "lift_pace" BEFORE INSERT OR UPDATE ON "account_pace" FOR EACH ROW EXECUTE FUNCTION "lift_pace"()`;
}

/** Listings a second, from the moment when all lie there and so many workers are up. */
async function publish(
  stage: Stage,
  listings: readonly { id: string; channelKey: string }[],
  workers: number,
): Promise<number> {
  const { database } = stage;
  while (stage.workers.length < workers) stage.hire();
  while (stage.workers.some((worker) => worker.pid() === undefined)) await sleep(50);
  const jobs = listings.map((listing) => ({ payload: { listingId: listing.id }, ...listingJob(listing) }));
  const began = performance.now();
  await addJobs(database, "publish-listing", jobs);
  const ids = listings.map(({ id }) => id);
  const open = { id: { in: ids }, state: { in: ["waiting" as const, "sending" as const, "unknown" as const] } };
  while ((await database.listing.count({ where: open })) > 0) await sleep(100);
  return (listings.length * 1000) / (performance.now() - began);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
