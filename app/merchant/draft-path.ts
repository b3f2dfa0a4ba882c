import type { DraftStep } from "#app/domain/draft/steps.ts";

export const draftsPath = "/merchant/drafts";

/** Where a question was opened from, and so where its answer leads: back to the review, or on to the next gap. */
export const origins = ["review", "gaps"] as const;
export type Origin = (typeof origins)[number] | null;

export function draftPath(draftId: string, step: string, from: Origin = null): string {
  return `${draftsPath}/${draftId}/${step}${from ? `?from=${from}` : ""}`;
}

export function originOf(url: URL): Origin {
  return origins.find((one) => one === url.searchParams.get("from")) ?? null;
}

interface Standing extends Pick<DraftStep, "key"> {
  issues: readonly unknown[];
}

/** The screen after a question. */
export function pathAfter(draftId: string, steps: readonly Standing[], current: string, from: Origin): string {
  const later = steps.slice(steps.findIndex(({ key }) => key === current) + 1);
  if (from === "review") return draftPath(draftId, "review");
  if (from === null) return draftPath(draftId, later[0]?.key ?? "review");
  const gap = later.find(({ issues }) => issues.length > 0);
  return gap ? draftPath(draftId, gap.key, from) : draftPath(draftId, "review");
}

/** The screen before a question; before the photos there is none. */
export function pathBefore(draftId: string, steps: readonly Standing[], current: string, from: Origin): string | null {
  if (from !== null) return draftPath(draftId, "review");
  const earlier = steps[steps.findIndex(({ key }) => key === current) - 1];
  return earlier ? draftPath(draftId, earlier.key) : null;
}
