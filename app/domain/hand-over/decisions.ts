import { z } from "zod";

/** What is recorded of an operator's work; that a package has arrived is known without. */
export const decisions = ["reviewed", "published", "returned", "withdrawn"] as const;
export type Decision = (typeof decisions)[number];

const pageAddress = z.url({ protocol: /^https?$/ });

/** Reasons as they are typed, one a line. */
export function reasonLines(reasons: string): string[] {
  return reasons.split(/\r?\n/).flatMap((line) => line.trim() || []);
}

/** What a decision needs besides, and is not there; null: it is whole. */
export function whatIsMissing({
  decision,
  pageUrl,
  reasons,
}: {
  decision: Decision;
  pageUrl: string;
  reasons: string;
}) {
  if (decision === "published" && !pageAddress.safeParse(pageUrl).success) {
    return { code: "hand_over.page_needed", field: "pageUrl" } as const;
  }
  if (decision === "returned" && reasonLines(reasons).length === 0) {
    return { code: "hand_over.reasons_needed", field: "reasons" } as const;
  }
  return null;
}
