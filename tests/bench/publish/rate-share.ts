import { setTimeout as sleep } from "node:timers/promises";
import { openStage, type Stage } from "#commands/rehearsal/stage.ts";
import type { MallLimits } from "#tests/malls/played-malls.ts";
import type { MallAnswer } from "#tests/malls/sandbox.ts";
import { addPublishing } from "./add-publishing.ts";
import { prepareListings } from "./prepare-listings.ts";

/** What the malls themselves allow (each one's spec.ts), not the sandbox's brisker numbers. */
const limits: MallLimits = {
  naver: { requestsPerSecond: 2 },
  coupang: { requestsPerSecond: 5 },
  cafe24: { leaksPerSecond: 2 },
  shopify: { restoreRate: 50 },
};
const environment = { COUPANG_REQUESTS_PER_SECOND: "5", CAFE24_REQUESTS_PER_SECOND: "2" };

/** Until full buckets are empty: from then on nobody is quicker than the mall allows. */
const warmUpSeconds = 30;
/** None takes more than this many new listings a second: with so many products each mall has work for the whole time. */
const mostPerSecond = 5;

const limitedMalls = ["naver", "coupang", "cafe24", "shopify"] as const;
type LimitedMall = (typeof limitedMalls)[number];

export interface RateShare {
  /** Of what the mall's limit lets through in the window; 11st and Gachi-Sapsida tell no rate. */
  share: Record<LimitedMall, number>;
  /** Answers that said "too many", in all the time. */
  tooMany: number;
  windowSeconds: number;
}

/**
 * How much of a mall's allowed rate two workers use while there is always something to send there, and how often they ask too fast: one mall
 * after another, for all of them at once ask more of this machine than it has.
 */
export async function measureRateShare(windowSeconds: number): Promise<RateShare> {
  const stage = await openStage({ keep: false, workers: 0, limits, environment });
  try {
    const listings = await prepareListings(stage, (warmUpSeconds + windowSeconds) * mostPerSecond);
    const share = {} as RateShare["share"];
    for (const mall of limitedMalls) {
      const ofMall = listings.filter(({ channelKey }) => channelKey === mall);
      share[mall] = await measureMall(stage, mall, ofMall, windowSeconds);
      // What is left of it is no longer asked for.
      await stage.database.channel.update({ where: { key: mall }, data: { on: false } });
    }
    const refused = stage.sandbox.answers().filter(({ status }) => status === 429).length;
    return { share, tooMany: refused + stage.sandbox.standIns.shopify.points().refused, windowSeconds };
  } finally {
    await stage.close();
  }
}

async function measureMall(
  stage: Stage,
  mall: LimitedMall,
  listings: readonly { id: string; channelKey: string }[],
  windowSeconds: number,
): Promise<number> {
  await addPublishing(stage, listings, 2);
  await sleep(warmUpSeconds * 1000);
  const from = Date.now();
  const pointsBefore = stage.sandbox.standIns.shopify.points().spent;
  await sleep(windowSeconds * 1000);
  const waiting = await stage.database.listing.count({ where: { channelKey: mall, state: "waiting" } });
  if (waiting === 0) throw new Error(`${mall} had nothing left to do: more products are needed for this window`);
  const until = from + windowSeconds * 1000;
  const answers = stage.sandbox.answers().filter((one) => one.mall === mall && one.at >= from && one.at < until);
  const used = {
    // Each of its APIs has a bucket of its own; creating is the one that is always wanted.
    naver: answers.filter(isCreate).length / 2,
    coupang: answers.length / 5,
    cafe24: answers.length / 2,
    shopify: (stage.sandbox.standIns.shopify.points().spent - pointsBefore) / 50,
  };
  return Math.round((used[mall] / windowSeconds) * 1000) / 1000;
}

function isCreate({ method, path }: MallAnswer): boolean {
  return method === "POST" && /\/v2\/products$/.test(path);
}
