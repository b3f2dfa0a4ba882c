import type { Allowance } from "./pace.ts";

/**
 * A token bucket told by one moment: when it will be full again if nobody takes from it (the generic cell rate algorithm).
 * Times are milliseconds.
 */
export interface Bucket extends Allowance {
  fullAt: number;
}

/** Requests spaced to the limit's edge meet it as soon as the network is quicker for the second than for the first. */
export const margin = 0.98;

/** Takes what a request costs; `wait` is how long it must be held until the bucket has it and the headroom besides, or is full. */
export function takeFrom(bucket: Bucket, cost: number, now: number, headroom = 0): { bucket: Bucket; wait: number } {
  const each = 1000 / (bucket.perSecond * margin);
  const fullAt = Math.max(bucket.fullAt, now) + cost * each;
  const usable = Math.max(cost, bucket.capacity - headroom);
  return { bucket: { ...bucket, fullAt }, wait: Math.max(0, fullAt - usable * each - now) };
}

/** What the mall counts is believed where it leaves less than we count: somebody else may use the account too. */
export function correct(bucket: Bucket, heard: Partial<Allowance> & { remaining?: number }, now: number): Bucket {
  const perSecond = heard.perSecond ?? bucket.perSecond;
  const capacity = heard.capacity ?? bucket.capacity;
  const missing = heard.remaining === undefined ? 0 : Math.max(0, capacity - heard.remaining);
  const fullAt = Math.max(bucket.fullAt, now + (missing * 1000) / (perSecond * margin));
  return { perSecond, capacity, fullAt };
}

export function rested(bucket: Bucket, seconds: number, now: number): Bucket {
  const each = 1000 / (bucket.perSecond * margin);
  return { ...bucket, fullAt: Math.max(bucket.fullAt, now + seconds * 1000 + (bucket.capacity - 1) * each) };
}
