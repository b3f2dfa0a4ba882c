import { type Bucket, correct, rested, takeFrom } from "./bucket.ts";
import { type Allowance, type Pace, pause } from "./pace.ts";

/** A pace that this process keeps for itself. */
export function ownPace(allowance: Allowance, now: () => number = Date.now): Pace {
  let bucket: Bucket = { ...allowance, fullAt: 0 };
  return {
    async turn(cost = 1, headroom = 0) {
      const taken = takeFrom(bucket, cost, now(), headroom);
      bucket = taken.bucket;
      await pause(taken.wait);
    },
    async heard(said) {
      bucket = correct(bucket, said, now());
    },
    async rest(seconds) {
      bucket = rested(bucket, seconds, now());
    },
  };
}
