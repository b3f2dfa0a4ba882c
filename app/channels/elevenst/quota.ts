const hour = 3_600_000;
const seoul = 9 * hour;

/** How many new products an account may still make today: the mall says only when there are no more. */
export interface Quota {
  /** The mall refused one more. */
  spent(): void;
  /** Seconds until it renews at midnight in Seoul; 0 when it is not spent. */
  secondsToWait(): number;
}

export function createQuota(now: () => number): Quota {
  let renewsAt = 0;
  return {
    spent() {
      renewsAt = (Math.floor((now() + seoul) / (24 * hour)) + 1) * 24 * hour - seoul;
    },
    secondsToWait: () => Math.max(0, Math.ceil((renewsAt - now()) / 1000)),
  };
}

/** `2026-11-29`, in Seoul. */
export function seoulDay(now: number): string {
  return new Date(now + seoul).toISOString().slice(0, 10);
}
