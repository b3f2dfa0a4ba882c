/** How one curator's marks lie beside those of the others; all in the scale's own unit. */
export interface CuratorMarks {
  curatorId: string;
  judgements: number;
  mean: number;
  lowest: number;
  lowerQuarter: number;
  upperQuarter: number;
  highest: number;
  /** Products that others judged too. */
  shared: number;
  /** Mean of (own − mean of the others on the same product); null without shared products. */
  lean: number | null;
  /** Standard deviation of those differences; null below two. */
  leanDeviation: number | null;
}

const fewestShared = 5;
const smallestShare = 0.1;
const deviations = 2;

/**
 * Whether a curator marks higher or lower than the others do for the very same products: by a tenth of the scale at least, and by more
 * than chance explains (twice the standard error). Different products say nothing: one may have been dealt the better ones.
 */
export function leansApart({ shared, lean, leanDeviation }: CuratorMarks, scale: number): "higher" | "lower" | null {
  if (lean === null || leanDeviation === null || shared < fewestShared) return null;
  const far = Math.abs(lean) >= scale * smallestShare;
  const sure = Math.abs(lean) > (deviations * leanDeviation) / Math.sqrt(shared);
  if (!far || !sure) return null;
  return lean > 0 ? "higher" : "lower";
}
