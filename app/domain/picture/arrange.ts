export const arrangements = ["first", "earlier", "later"] as const;
export type Arrangement = (typeof arrangements)[number];

/** The same things with one of them moved; what is at an end already, or not there, stays. */
export function arrange<T>(all: readonly T[], isMoved: (one: T) => boolean, to: Arrangement): T[] {
  const from = all.findIndex(isMoved);
  const target = { first: 0, earlier: from - 1, later: from + 1 }[to];
  const moved = all[from];
  if (moved === undefined || target < 0 || target >= all.length) return [...all];
  return all.toSpliced(from, 1).toSpliced(target, 0, moved);
}
