/** An exact number: a whole numerator over a positive whole denominator. */
export interface Fraction {
  n: number;
  d: number;
}

export function whole(n: number): Fraction {
  return { n, d: 1 };
}

export function plus(one: Fraction, other: Fraction): Fraction {
  return { n: one.n * other.d + other.n * one.d, d: one.d * other.d };
}

/** Below 0: `one` is the smaller. */
export function compare(one: Fraction, other: Fraction): number {
  return one.n * other.d - other.n * one.d;
}

/** As it is shown, never as it is ranked: two decimals, half up. The fraction must not be negative. */
export function twoDecimals({ n, d }: Fraction): string {
  const hundredths = Math.floor((n * 200 + d) / (d * 2));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
}
