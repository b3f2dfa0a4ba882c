import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { mallKeys } from "#app/channels/contract.ts";
import { openStage, type Stage } from "#commands/rehearsal/stage.ts";
import { noLimits } from "#tests/malls/played-malls.ts";
import { addPublishing } from "./publish/add-publishing.ts";
import { measurePickUp, watchPickUps } from "./publish/pick-ups.ts";
import { prepareListings } from "./publish/prepare-listings.ts";
import { measuringCores } from "./publish/processor-time.ts";
import { measureRateShare } from "./publish/rate-share.ts";
import { countRoundTrips } from "./publish/round-trips.ts";
import { republishUnchanged } from "./publish/unchanged.ts";

/*
 * `npm run bench -- publish [--products 2000] [--window 60] [--json]`: how fast listings are sent where no mall limits us, by one worker and
 * by two, and who the machine works for meanwhile; how often the database is asked for one listing; how soon a job begins that somebody waits
 * for while all that lies there; what publishing unchanged products once more costs; and, with the malls' limits on, how much of the
 * allowed rate is used over a steady window. Pictures and detail pages are made beforehand: they are measured by `pictures`.
 */

const options = {
  json: { type: "boolean", default: false },
  products: { type: "string", default: "2000" },
  window: { type: "string", default: "60" },
} as const;

/** Published by the bench itself, whose questions to the database are counted. */
const sample = 10;

export async function bench(words: string[]): Promise<void> {
  const { json, products, window } = parseArgs({ args: words, options }).values;
  const result = {
    products: Number(products),
    ...(await withoutLimits(Number(products))),
    limited: Number(window) > 0 ? await measureRateShare(Number(window)) : null,
  };
  process.stdout.write(`${json ? JSON.stringify(result) : JSON.stringify(result, null, 2)}\n`);
}

async function withoutLimits(products: number) {
  const stage = await openStage({ keep: false, workers: 0, limits: noLimits });
  try {
    await liftOurPace(stage);
    const listings = await prepareListings(stage, products + sample);
    const roundTrips = await countRoundTrips(stage, listings.splice(0, sample * mallKeys.length));
    const half = Math.ceil(listings.length / 2);
    const one = await publish(stage, listings.slice(0, half), 1);
    await watchPickUps(stage.database);
    const measuring = measurePickUp(stage.database);
    const two = await publish(stage, listings.slice(half), 2);
    const pickUp = await measuring.end();
    const unchanged = await republishUnchanged(stage);
    const held = Object.values(stage.countListings());
    return {
      listings: held.reduce((sum, mall) => sum + mall.listings, 0),
      duplicates: held.reduce((sum, mall) => sum + mall.duplicates, 0),
      listingsPerSecond: {
        oneWorker: rounded(one.perSecond),
        twoWorkers: rounded(two.perSecond),
        times: rounded(two.perSecond / one.perSecond),
      },
      coresUsed: { oneWorker: one.cores, twoWorkers: two.cores },
      roundTripsPerListing: rounded(roundTrips),
      pickUpMilliseconds: pickUp,
      unchanged,
    };
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
async function publish(stage: Stage, listings: readonly { id: string; channelKey: string }[], workers: number) {
  const { database } = stage;
  const unsent = () => database.listing.count({ where: { state: { in: ["waiting", "sending", "unknown"] } } });
  await addPublishing(stage, [], workers);
  const left = (await unsent()) - listings.length;
  const began = performance.now();
  const { cores } = await measuringCores(stage, async () => {
    await addPublishing(stage, listings, workers);
    while ((await unsent()) > left) await sleep(100);
  });
  return { perSecond: (listings.length * 1000) / (performance.now() - began), cores };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
