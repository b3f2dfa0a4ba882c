import { type Database, inTransaction } from "#app/services/database/database.ts";
import { findWithoutJob } from "#app/services/queue/abandoned-jobs.ts";
import { addJobs } from "#app/services/queue/jobs.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { listingJob, urgency } from "../listing/listing-job.ts";
import { queueMessage } from "../outbox/queue-message.ts";

/**
 * Asks again at every mall that has not confirmed a recall yet, also where it refused or we gave up, and tells the office once
 * when a deadline has passed. Gives how many were asked again.
 */
export async function pressRecalls(database: Database, now = new Date()): Promise<number> {
  const open = await database.listing.findMany({
    where: {
      wanted: "withdrawn",
      state: { not: "withdrawn" },
      product: { recalls: { some: { liftedAt: null, confirmedAt: null } } },
    },
    select: {
      id: true,
      channelKey: true,
      state: true,
      product: { select: { recalls: { where: { liftedAt: null }, select: { reason: true } } } },
    },
  });
  const idle = await findWithoutJob(
    database,
    open.map(({ id }) => id),
  );
  const stranded = open.filter(({ id }) => idle.has(id));
  for (const task of ["follow-listing", "withdraw-listing"] as const) {
    // Before anything is taken down it must be known what became of a send.
    const asked = stranded.filter(
      ({ state }) => (state === "sending" || state === "unknown") === (task === "follow-listing"),
    );
    await addJobs(
      database,
      task,
      asked.map((listing) => ({
        payload: { listingId: listing.id },
        ...listingJob(listing),
        priority: listing.product.recalls.some(({ reason }) => reason === "food_safety")
          ? urgency.recall
          : urgency.takingDown,
      })),
    );
  }
  const late = await database.recall.findMany({
    where: { confirmedAt: null, alarmedAt: null, deadlineAt: { lte: now } },
    select: { id: true },
  });
  for (const { id } of late) await alarm(database, id, now);
  return stranded.length;
}

async function alarm(database: Database, recallId: string, now: Date): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const [recall] = await transaction.recall.updateManyAndReturn({
      where: { id: recallId, confirmedAt: null, alarmedAt: null },
      data: { alarmedAt: now },
    });
    if (!recall) return;
    const version = await transaction.productVersion.findFirst({
      where: { productId: recall.productId },
      orderBy: { number: "desc" },
      select: { name: true },
    });
    const office = await transaction.account.findMany({
      where: { role: "office", state: "active", email: { not: null } },
      select: { id: true, email: true },
    });
    for (const { id, email } of office) {
      await queueMessage(transaction, {
        medium: "email",
        recipient: email ?? "",
        template: "recall_overdue",
        params: { product: version?.name ?? "", page: `/office/products/${recall.productId}` },
        locale: "ko",
        dedupeKey: `recall_overdue:${recallId}:${recall.deadlineAt.getTime()}:${id}`,
      });
    }
    await recordAudit(transaction, program, {
      action: "alarm-recall",
      subject: { kind: "product", id: recall.productId },
      details: { recall: recallId },
    });
  });
}
