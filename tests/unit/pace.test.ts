import fc from "fast-check";
import { expect, test } from "vitest";
import { type Bucket, correct, rested, takeFrom } from "#app/services/pace/bucket.ts";
import { ownPace } from "#app/services/pace/own-pace.ts";

const buckets = fc.record({
  perSecond: fc.double({ min: 0.1, max: 100, noNaN: true }),
  capacity: fc.integer({ min: 1, max: 50 }),
});
/** Requests as they come: how long after the one before (ms), and what each costs. */
const arrivals = fc.array(
  fc.record({ after: fc.integer({ min: 0, max: 3_000 }), cost: fc.integer({ min: 1, max: 3 }) }),
  { minLength: 1, maxLength: 60 },
);

test("in no stretch of time does more leave than the bucket held and gained", () => {
  fc.assert(
    fc.property(buckets, arrivals, (allowance, coming) => {
      let bucket: Bucket = { ...allowance, fullAt: 0 };
      let now = 1_000_000;
      const left: { at: number; cost: number }[] = [];
      for (const { after, cost } of coming) {
        now += after;
        const taken = takeFrom(bucket, Math.min(cost, allowance.capacity), now);
        bucket = taken.bucket;
        left.push({ at: now + taken.wait, cost: Math.min(cost, allowance.capacity) });
      }
      for (const [index, first] of left.entries()) {
        let sum = 0;
        for (const { at, cost } of left.slice(index)) {
          sum += cost;
          const gained = ((at - first.at) / 1000) * allowance.perSecond;
          expect(sum).toBeLessThanOrEqual(allowance.capacity + gained + 1e-6);
        }
      }
    }),
  );
});

/** As a mall has it that holds what a request could cost, and gives back what it did not once it is answered. */
test("with headroom the mall always has what it holds, and the pace is that of what it takes", () => {
  const documents = fc.record({ cost: fc.integer({ min: 1, max: 30 }), held: fc.integer({ min: 30, max: 200 }) });
  fc.assert(
    fc.property(buckets, documents, fc.integer({ min: 10, max: 60 }), (allowance, { cost, held }, count) => {
      const capacity = allowance.capacity + held;
      let bucket: Bucket = { perSecond: allowance.perSecond, capacity, fullAt: 0 };
      let [available, filledAt, leftAt] = [capacity, 0, 0];
      for (let asked = 0; asked < count; asked++) {
        const taken = takeFrom(bucket, cost, leftAt, held - cost);
        bucket = taken.bucket;
        leftAt += taken.wait;
        available = Math.min(capacity, available + ((leftAt - filledAt) / 1000) * allowance.perSecond);
        filledAt = leftAt;
        expect(available).toBeGreaterThanOrEqual(held - 1e-6);
        available -= cost;
      }
      const needed = Math.max(0, count * cost - (capacity - held + cost)) / allowance.perSecond;
      expect(leftAt / 1000).toBeLessThanOrEqual(needed / 0.98 + 1e-6);
    }),
  );
});

test("they leave in the order they came", () => {
  fc.assert(
    fc.property(buckets, arrivals, (allowance, coming) => {
      let bucket: Bucket = { ...allowance, fullAt: 0 };
      let now = 0;
      let last = 0;
      for (const { after } of coming) {
        now += after;
        const taken = takeFrom(bucket, 1, now);
        bucket = taken.bucket;
        expect(now + taken.wait).toBeGreaterThanOrEqual(last - 1e-6);
        last = now + taken.wait;
      }
    }),
  );
});

test("the mall's own count is believed where it leaves less", () => {
  const full: Bucket = { perSecond: 2, capacity: 40, fullAt: 0 };
  const emptied = correct(full, { remaining: 0 }, 1_000);
  expect(takeFrom(emptied, 1, 1_000).wait).toBeGreaterThan(490);
  expect(correct(emptied, { remaining: 40 }, 1_000)).toEqual(emptied);
  expect(takeFrom(correct(full, { perSecond: 10, capacity: 1, remaining: 0 }, 0), 1, 0).wait).toBeCloseTo(102, 0);
});

test("after a rest one leaves, and the next at the pace", () => {
  const resting = rested({ perSecond: 5, capacity: 10, fullAt: 0 }, 30, 0);
  const first = takeFrom(resting, 1, 0);
  expect(first.wait).toBeGreaterThanOrEqual(30_000);
  expect(takeFrom(first.bucket, 1, 0).wait - first.wait).toBeCloseTo(204, 0);
});

test("a pace of one's own holds back what comes too soon", async () => {
  let now = 0;
  const pace = ownPace({ perSecond: 50, capacity: 2 }, () => now);
  const began = performance.now();
  await Promise.all([pace.turn(), pace.turn(), pace.turn(), pace.turn()]);
  expect(performance.now() - began).toBeGreaterThanOrEqual(38);
  now += 1_000;
  await Promise.all([pace.turn(), pace.turn()]);
});
