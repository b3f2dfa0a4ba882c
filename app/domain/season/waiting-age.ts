/** How long a submission has waited, in whole days since it came; `to` is not reached any more. */
export const waitingAges = [
  { key: "day", from: 0, to: 1 },
  { key: "three_days", from: 1, to: 3 },
  { key: "week", from: 3, to: 7 },
  { key: "two_weeks", from: 7, to: 14 },
  { key: "longer", from: 14, to: null },
] as const;
export type WaitingAge = (typeof waitingAges)[number]["key"];

const day = 24 * 60 * 60 * 1000;

/** The times of submission that make an age: after `after` (null: ever), up to `until`. */
export function timesOfAge(age: WaitingAge, now: Date): { after: Date | null; until: Date } {
  const { from, to } = waitingAges.find(({ key }) => key === age) ?? waitingAges[0];
  return {
    after: to === null ? null : new Date(now.getTime() - to * day),
    until: new Date(now.getTime() - from * day),
  };
}
