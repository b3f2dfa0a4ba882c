export const applicationPath = "/merchant/application";

/** Where a step was opened from, and so where it leads back to. */
export function stepPath(key: string, fromReview: boolean): string {
  return `${applicationPath}/${key}${fromReview ? "?from=review" : ""}`;
}
