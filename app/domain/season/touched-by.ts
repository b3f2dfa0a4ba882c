import type { Rules } from "./rules.ts";

export interface Touched {
  /** Where products stand at the gates. */
  eligibility: boolean;
  /** How many judgements a product needs. */
  slots: boolean;
  /** Criteria whose marks no longer mean what they did. */
  criteria: string[];
  /** A criterion has come that nobody has marked yet. */
  added: boolean;
}

/**
 * What a change of rules makes begin anew. Places, quotas, floor, weights, ties, reserve and dates only change what is computed from the
 * marks.
 */
export function touchedBy(before: Rules, after: Rules): Touched {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const eligibility = !same([before.gates, before.requiredMalls], [after.gates, after.requiredMalls]);
  const [was, is] = [before.rubric, after.rubric];
  if (!is) return { eligibility, slots: false, criteria: [], added: false };
  const known = new Map((was?.criteria ?? []).map((criterion) => [criterion.key, criterion]));
  const newScale = was !== null && was.scale !== is.scale;
  return {
    eligibility,
    slots: was?.judgements !== is.judgements,
    criteria: is.criteria
      .filter(({ key, label }) => {
        const old = known.get(key);
        return old && (newScale || !same(old.label, label));
      })
      .map(({ key }) => key),
    added: is.criteria.some(({ key }) => !known.has(key)),
  };
}
