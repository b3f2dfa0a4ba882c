/** What a store asks for goods of one kind, in won. */
export interface PriceRange {
  /** How many products it was drawn from. */
  count: number;
  median: number;
  lowest: number;
  highest: number;
}

/** Fewer say nothing about what is usual. */
const fewest = 4;
/** Three times the usual is still an ordinary larger bottle; ten times is a zero too many. */
const leastFactor = 3;
/** Makes the median deviation of a normal distribution its standard deviation. */
const consistency = 1.4826;

/**
 * The prices a product of this store would fall among: the median, and three robust standard deviations to either side on the
 * scale of ratios, at least a factor of three. Null with too few products to tell.
 */
export function usualPrices(prices: readonly number[]): PriceRange | null {
  if (prices.length < fewest) return null;
  const ratios = prices.map((price) => Math.log(price));
  const middle = medianOf(ratios);
  const deviation = medianOf(ratios.map((ratio) => Math.abs(ratio - middle)));
  const spread = Math.max(Math.log(leastFactor), 3 * consistency * deviation);
  return {
    count: prices.length,
    median: toTens(Math.exp(middle)),
    lowest: toTens(Math.exp(middle - spread)),
    highest: toTens(Math.exp(middle + spread)),
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

function toTens(won: number): number {
  return Math.round(won / 10) * 10;
}
