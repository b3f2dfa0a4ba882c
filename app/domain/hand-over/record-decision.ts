import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { listingJob, urgency } from "../listing/listing-job.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { handOverStates } from "./states.ts";

export const decisions = ["reviewed", "published", "returned", "withdrawn"] as const;
export type Decision = (typeof decisions)[number];

export const recordDecisionInput = z.object({
  reference: z.string(),
  decision: z.enum(decisions),
  /** Needed for `published`. */
  pageUrl: z.string().trim().max(2000).default(""),
  /** One a line; at least one is needed for `returned`. */
  reasons: z.string().max(5000).default(""),
});

const pageAddress = z.url({ protocol: /^https?$/ });

/** Writes down what the mall's operator decided about a package, and has the listing ask for it at once. */
export async function recordDecision(
  database: Database,
  actor: Actor,
  { reference, decision, pageUrl, reasons }: z.infer<typeof recordDecisionInput>,
): Promise<Outcome<{ decision: Decision }>> {
  const lines = reasons.split("\n").flatMap((line) => line.trim() || []);
  if (decision === "published" && !pageAddress.safeParse(pageUrl).success) {
    return refused("hand_over.page_needed", { field: "page_url" });
  }
  if (decision === "returned" && lines.length === 0) return refused("hand_over.reasons_needed", { field: "reasons" });

  return inTransaction(database, async (transaction) => {
    const { count } = await transaction.handOver.updateMany({
      where: { reference, state: { in: handOverStates.sourcesOf(decision) } },
      data: {
        state: decision,
        decidedAt: new Date(),
        ...(decision === "published" ? { pageUrl } : {}),
        ...(decision === "returned" ? { reasons: lines } : {}),
      },
    });
    if (count === 0) return refused("hand_over.not_possible");
    const listing = await transaction.listing.findUniqueOrThrow({
      where: { reference },
      select: { id: true, channelKey: true },
    });
    const next = decision === "withdrawn" ? "withdraw-listing" : "follow-listing";
    await addJob(transaction, next, { listingId: listing.id }, { ...listingJob(listing), priority: urgency.person });
    await recordAudit(transaction, actor, {
      action: "record-decision",
      subject: { kind: "hand_over", id: reference },
      details: { to: decision },
    });
    return done({ decision });
  });
}
