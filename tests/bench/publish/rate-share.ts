import { setTimeout as sleep } from "node:timers/promises";
import { openStage } from "#commands/rehearsal/stage.ts";
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

export interface RateShare {
  /** Of what the mall's limit lets through in the window; 11st and Gachi-Sapsida tell no rate. */
  share: Record<"naver" | "coupang" | "cafe24" | "shopify", number>;
  /** Answers that said "too many", in all the time. */
  tooMany: number;
  windowSeconds: number;
}

/** How much of each mall's allowed rate two workers use while there is always something to send, and how often they ask too fast. */
export async function measureRateShare(products: number, windowSeconds: number): Promise<RateShare> {
  const stage = await openStage({ keep: false, workers: 0, limits, environment });
  try {
    const listings = await prepareListings(stage, products);
    await addPublishing(stage, listings, 2);
    await sleep(warmUpSeconds * 1000);
    const from = Date.now();
    const pointsBefore = stage.sandbox.standIns.shopify.points();
    await sleep(windowSeconds * 1000);
    const points = stage.sandbox.standIns.shopify.points();
    const answers = stage.sandbox.answers();
    const within = answers.filter(({ at }) => at >= from && at < from + windowSeconds * 1000);
    const of = (used: number, perSecond: number) => Math.round((used / (perSecond * windowSeconds)) * 1000) / 1000;
    const asked = (mall: MallAnswer["mall"]) => within.filter((answer) => answer.mall === mall);
    return {
      share: {
        // Each of its APIs has a bucket of its own; creating is the one that is always wanted.
        naver: of(asked("naver").filter(isCreate).length, 2),
        coupang: of(asked("coupang").length, 5),
        cafe24: of(asked("cafe24").length, 2),
        shopify: of(points.spent - pointsBefore.spent, 50),
      },
      tooMany: answers.filter(({ status }) => status === 429).length + points.refused,
      windowSeconds,
    };
  } finally {
    await stage.close();
  }
}

function isCreate({ method, path }: MallAnswer): boolean {
  return method === "POST" && /\/v2\/products$/.test(path);
}
