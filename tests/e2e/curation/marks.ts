import type { HandRules } from "./by-hand.ts";
import type { Kind } from "./entered-season.ts";

/** As they are entered in the form of the season's rules; criteria and weights are those it proposes. */
export const rules: HandRules = {
  places: 100,
  reserve: 200,
  floor: 60,
  scale: 5,
  weights: [25, 20, 20, 15, 20],
  ties: [0, 4, 2],
  trimFrom: 4,
  least: { hundred_year: 20 },
  most: { craft: 30 },
};
export const criteria = ["quality", "demand", "distinction", "price", "online"] as const;

/** Craft makers are marked highest, hundred-year stores lowest: the one kind's most binds, and the other's least. */
const base: Record<Kind, number> = { hundred_year: 2, traditional_market: 3, cooperative: 3, craft: 4 };

/** Marks of the n-th judgement of a product, from 0. Many are alike on purpose, so that totals tie. */
export function marksOf(index: number, kind: Kind, judgement: number): number[] {
  const good = (index * 7) % 3;
  const lean = ((index + judgement * 2) % 4) - 1;
  return criteria.map((_, criterion) => {
    const leans = (index + criterion) % 5 < 2 ? Math.sign(lean) : 0;
    return Math.min(5, Math.max(1, base[kind] + (good > 0 ? 1 : 0) + leans));
  });
}
