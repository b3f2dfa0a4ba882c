import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { listingJob, urgent } from "../listing/listing-job.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { type Decision, decisions, reasonLines, whatIsMissing } from "./decisions.ts";
import { handOverStates } from "./states.ts";

export const recordDecisionInput = z.object({
  reference: z.string(),
  decision: z.enum(decisions),
  /** Needed for `published`. */
  pageUrl: z.string().trim().max(2000).default(""),
  /** One a line; at least one is needed for `returned`. */
  reasons: z.string().max(5000).default(""),
});

type Recorded = z.infer<typeof recordDecisionInput>;

/** Writes down what the mall's operator decided about a package, and has the listing ask for it at once. */
export async function recordDecision(
  database: Database,
  actor: Actor,
  recorded: Recorded,
): Promise<Outcome<{ decision: Decision }>> {
  const missing = whatIsMissing(recorded);
  if (missing) return refused(missing.code, { field: missing.field === "pageUrl" ? "page_url" : missing.field });
  return inTransaction(database, async (transaction) =>
    (await moveHandOver(transaction, actor, recorded))
      ? done({ decision: recorded.decision })
      : refused("hand_over.not_possible"),
  );
}

/** False: from where the package stands the decision does not follow. */
export async function moveHandOver(
  transaction: Transaction,
  actor: Actor,
  { reference, decision, pageUrl, reasons }: Recorded,
  batchId?: string,
): Promise<boolean> {
  const { count } = await transaction.handOver.updateMany({
    where: { reference, state: { in: handOverStates.sourcesOf(decision) } },
    data: {
      state: decision,
      decidedAt: new Date(),
      ...(decision === "published" ? { pageUrl } : {}),
      ...(decision === "returned" ? { reasons: reasonLines(reasons) } : {}),
    },
  });
  if (count === 0) return false;
  const listing = await transaction.listing.findUniqueOrThrow({
    where: { reference },
    select: { id: true, channelKey: true },
  });
  const next = decision === "withdrawn" ? "withdraw-listing" : "follow-listing";
  await addJob(transaction, next, { listingId: listing.id }, urgent(listingJob(listing)));
  await recordAudit(transaction, actor, {
    action: "record-decision",
    subject: { kind: "hand_over", id: reference },
    ...(batchId !== undefined && { batchId }),
    details: { to: decision },
  });
  return true;
}
