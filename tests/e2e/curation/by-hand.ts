/*
 * The list of a season, computed a second time from what a test itself entered: another program than the one that is tested, written
 * from the programme's rules and kept as plain as they are. Numbers are whole: points times `unit`.
 */

/** What three, four or ten divide. */
const unit = 60;

export interface Entered {
  id: string;
  kind: string;
  /** Milliseconds. */
  at: number;
  /** Passed its conditions, was neither rejected nor taken back. */
  contends: boolean;
  bonus: number;
  /** Each judgement's mark for every criterion, in the order of the criteria. */
  marks: number[][];
}

export interface HandRules {
  places: number;
  reserve: number;
  floor: number;
  scale: number;
  weights: number[];
  /** Criteria that decide ties, by their position. */
  ties: number[];
  /** From so many judgements on the highest and the lowest do not count. */
  trimFrom: number;
  least: Record<string, number>;
  most: Record<string, number>;
}

export interface Ranked extends Entered {
  total: number;
}

function mean(values: number[], trimFrom: number): number {
  const inOrder = [...values].sort((a, b) => a - b);
  const counted = inOrder.length >= trimFrom ? inOrder.slice(1, -1) : inOrder;
  return (counted.reduce((sum, value) => sum + value, 0) * unit) / counted.length;
}

/** Everything that may get a place, the best first. */
export function rankByHand(
  entered: readonly Entered[],
  { weights, scale, floor, ties, trimFrom }: HandRules,
): Ranked[] {
  const points = (marks: number[]) => marks.reduce((sum, mark, index) => sum + mark * (weights[index] ?? 0), 0) / scale;
  return entered
    .filter(({ contends, marks }) => contends && marks.length > 0)
    .map((one) => ({ ...one, mean: mean(one.marks.map(points), trimFrom) }))
    .filter((one) => one.mean >= floor * unit)
    .map((one) => ({
      ...one,
      total: one.mean + one.bonus * unit,
      keys: ties.map((criterion) =>
        mean(
          one.marks.map((marks) => marks[criterion] ?? 0),
          trimFrom,
        ),
      ),
    }))
    .sort((a, b) => {
      if (a.total !== b.total) return b.total - a.total;
      for (const [index, key] of a.keys.entries()) {
        if (key !== b.keys[index]) return (b.keys[index] ?? 0) - key;
      }
      return a.at - b.at || (a.id < b.id ? -1 : 1);
    });
}

/** Places in the order of rank, and the reserve. */
export function listByHand(ranked: readonly Ranked[], { places, reserve, least, most }: HandRules) {
  const chosen = new Set<string>();
  const count = new Map<string, number>();
  const choose = ({ id, kind }: Ranked) => {
    chosen.add(id);
    count.set(kind, (count.get(kind) ?? 0) + 1);
  };
  for (const one of ranked) {
    if (chosen.size < places && (count.get(one.kind) ?? 0) < (least[one.kind] ?? 0)) choose(one);
  }
  for (const one of ranked) {
    const full = (count.get(one.kind) ?? 0) >= (most[one.kind] ?? Number.POSITIVE_INFINITY);
    if (chosen.size < places && !chosen.has(one.id) && !full) choose(one);
  }
  return {
    list: ranked.filter(({ id }) => chosen.has(id)),
    reserve: ranked.filter(({ id }) => !chosen.has(id)).slice(0, reserve),
  };
}

export interface PlacesByHand {
  /** Number → who has it. */
  numbered(): [number, Ranked][];
  reserve: readonly Ranked[];
  /** One out, and this one of the reserve into the very place. */
  exchange(out: Ranked, into: Ranked): void;
  /** Somebody leaves, and whoever fits moves up into the very place. */
  leave(one: Ranked): void;
}

/** The numbered places of a settled list, and who waits for one. */
export function placesByHand(ranked: readonly Ranked[], rules: HandRules): PlacesByHand {
  const { list, reserve } = listByHand(ranked, rules);
  const places = new Map(list.map((one, index) => [index + 1, one]));
  const placeOf = ({ id }: Ranked) => [...places].find(([, one]) => one.id === id)?.[0] ?? 0;
  const put = (place: number, one: Ranked) => {
    places.set(place, one);
    reserve.splice(reserve.indexOf(one), 1);
  };
  return {
    numbered: () => [...places].sort(([one], [other]) => one - other),
    reserve,
    exchange: (out, into) => put(placeOf(out), into),
    leave(one) {
      const place = placeOf(one);
      places.delete(place);
      const next = nextByHand([...places.values()], reserve, rules);
      if (next) put(place, next);
    },
  };
}

/** Who of the reserve takes a free place: a kind below its least first, then whoever is next and not of a full kind. */
function nextByHand(
  list: readonly Ranked[],
  reserve: readonly Ranked[],
  { least, most }: HandRules,
): Ranked | undefined {
  const has = (kind: string) => list.filter((one) => one.kind === kind).length;
  return (
    reserve.find(({ kind }) => has(kind) < (least[kind] ?? 0)) ??
    reserve.find(({ kind }) => has(kind) < (most[kind] ?? Number.POSITIVE_INFINITY))
  );
}
