/** How fast one account at a mall may be asked: a bucket that fills steadily and is emptied by requests. */
export interface Allowance {
  /** What the bucket gains in a second, in the mall's own unit: requests, or points. */
  perSecond: number;
  /** What it holds when full. */
  capacity: number;
}

/** The pace of one account, kept by everybody who uses it. */
export interface Pace {
  /**
   * Resolves when a request may leave that costs so much; those who wait leave in the order they came. `headroom`: what the bucket must
   * hold besides, for a mall that asks for more than it takes in the end.
   */
  turn(cost?: number, headroom?: number): Promise<void>;
  /** What an answer said of the bucket; the mall knows better than we. */
  heard(bucket: Partial<Allowance> & { remaining?: number }): Promise<void>;
  /** Nobody asks before so many seconds are over. */
  rest(seconds: number): Promise<void>;
}

export async function pause(milliseconds: number): Promise<void> {
  if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
