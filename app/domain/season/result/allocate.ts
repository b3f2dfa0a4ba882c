import type { StoreKind } from "../../product/product-facts.ts";
import type { Quota } from "../rules.ts";

export interface Candidate {
  id: string;
  kind: StoreKind;
}

export type Allotment = "kept_for_kind" | "best_of_all" | "places_full" | "kind_full";

/**
 * Who of those in rank order gets a place. First each kind's best, up to its minimum; what is left, also where a kind has too few,
 * goes to the best of all kinds that are not at their maximum. `kind_full`: only the maximum stood in the way.
 */
export function allocate(
  ranked: readonly Candidate[],
  places: number,
  quotas: Partial<Record<StoreKind, Quota>>,
): Map<string, Allotment> {
  const allotted = new Map<string, Allotment>();
  const taken = new Map<StoreKind, number>();
  const takenBy = (kind: StoreKind) => taken.get(kind) ?? 0;
  const take = ({ id, kind }: Candidate, why: Allotment) => {
    allotted.set(id, why);
    taken.set(kind, takenBy(kind) + 1);
  };
  let left = places;
  for (const candidate of ranked) {
    if (left === 0 || takenBy(candidate.kind) >= (quotas[candidate.kind]?.min ?? 0)) continue;
    take(candidate, "kept_for_kind");
    left -= 1;
  }
  for (const candidate of ranked) {
    if (allotted.has(candidate.id)) continue;
    if (left === 0) allotted.set(candidate.id, "places_full");
    else if (isFull(candidate.kind, takenBy(candidate.kind), quotas)) allotted.set(candidate.id, "kind_full");
    else {
      take(candidate, "best_of_all");
      left -= 1;
    }
  }
  return allotted;
}

export function isFull(kind: StoreKind, taken: number, quotas: Partial<Record<StoreKind, Quota>>): boolean {
  const max = quotas[kind]?.max ?? null;
  return max !== null && taken >= max;
}

/**
 * Who of the reserve, in rank order, may take a place that became free: a kind that is short of its minimum comes first, a kind at
 * its maximum not at all.
 */
export function fittingReserve<Waiting extends Candidate>(
  reserve: readonly Waiting[],
  takenByKind: ReadonlyMap<StoreKind, number>,
  quotas: Partial<Record<StoreKind, Quota>>,
): Waiting | null {
  const taken = (kind: StoreKind) => takenByKind.get(kind) ?? 0;
  const short = reserve.find(({ kind }) => taken(kind) < (quotas[kind]?.min ?? 0));
  return short ?? reserve.find(({ kind }) => !isFull(kind, taken(kind), quotas)) ?? null;
}
