/** When to ask a mall again, for one listing at one moment. */
export interface FollowUp {
  nextSeconds: number;
  /** After a lost answer: how long until the mall's "absent" can be believed. */
  settleSeconds: number;
}

/**
 * Asks soon at first and more rarely the longer a review lasts: a tenth of its age, between the mall's `first` and
 * `longest`. `pace` scales all of it; 1 is the malls' own pace, the sandbox's reviews take seconds.
 */
export function followUpAt(
  spec: { first: number; longest: number; settle: number },
  pace: number,
  sentAt: Date | null,
  now: Date,
): FollowUp {
  const ageSeconds = sentAt ? Math.max(0, (now.getTime() - sentAt.getTime()) / 1000) : 0;
  const nextSeconds = Math.min(spec.longest * pace, Math.max(spec.first * pace, ageSeconds / 10));
  return { nextSeconds, settleSeconds: spec.settle * pace };
}
