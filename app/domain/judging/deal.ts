/** A judgement that is to be given, and who must not or need not give it. */
export interface OpenSlot {
  submissionId: string;
  number: number;
  storeId: string;
  categoryKey: string;
}

export interface Dealt {
  submissionId: string;
  number: number;
  /** Null: nobody is left who may judge it. */
  curatorId: string | null;
}

export interface Panel {
  curators: readonly string[];
  /** Who must not judge a store's products: `<curator> <store>`. */
  conflicts: ReadonlySet<string>;
  /** Who has a slot or a judgement of it already: `<curator> <submission>`. */
  taken: ReadonlySet<string>;
  /** What each has been dealt before, with the category of each. */
  load: ReadonlyMap<string, readonly string[]>;
}

/**
 * Deals slots so that everybody has about as many, and of every category about as many. Where few may judge, they are dealt first. The
 * same input is dealt the same way.
 */
export function deal(slots: readonly OpenSlot[], { curators, conflicts, taken, load }: Panel): Dealt[] {
  const has = new Set(taken);
  const total = new Map<string, number>();
  const ofCategory = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [curator, categories] of load) {
    total.set(curator, categories.length);
    for (const category of categories) count(ofCategory, `${curator} ${category}`);
  }
  const mayJudge = new Map<string, string[]>();
  for (const { storeId } of slots) {
    if (mayJudge.has(storeId)) continue;
    mayJudge.set(
      storeId,
      curators.filter((curator) => !conflicts.has(`${curator} ${storeId}`)),
    );
  }
  const allowed = ({ storeId }: OpenSlot) => mayJudge.get(storeId) ?? [];
  const inOrder = [...slots].sort(
    (one, other) =>
      allowed(one).length - allowed(other).length ||
      order(one.categoryKey, other.categoryKey) ||
      order(one.submissionId, other.submissionId) ||
      one.number - other.number,
  );
  return inOrder.map((slot) => {
    const { submissionId, number, categoryKey } = slot;
    const free = allowed(slot).filter((curator) => !has.has(`${curator} ${submissionId}`));
    const least = (one: string, other: string) =>
      (total.get(one) ?? 0) - (total.get(other) ?? 0) ||
      (ofCategory.get(`${one} ${categoryKey}`) ?? 0) - (ofCategory.get(`${other} ${categoryKey}`) ?? 0) ||
      order(one, other);
    const [curatorId = null] = free.sort(least);
    if (curatorId !== null) {
      has.add(`${curatorId} ${submissionId}`);
      count(total, curatorId);
      count(ofCategory, `${curatorId} ${categoryKey}`);
    }
    return { submissionId, number, curatorId };
  });
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
