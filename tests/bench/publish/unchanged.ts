import { setTimeout as sleep } from "node:timers/promises";
import { urgency } from "#app/domain/listing/listing-job.ts";
import { updateListings } from "#app/domain/listing/update-listings.ts";
import { inTransaction } from "#app/services/database/database.ts";
import type { Stage } from "#commands/rehearsal/stage.ts";

/** Products in one transaction, as a big sheet is saved. */
const batch = 200;

/** Publishes once more what stands everywhere and has not changed: how long until that is known, and what the malls were asked. */
export async function republishUnchanged(
  stage: Stage,
): Promise<{ listings: number; seconds: number; requests: number }> {
  const { database } = stage;
  const unsettled = { state: { in: ["sending" as const, "unknown" as const, "in_review" as const] } };
  while ((await database.listing.count({ where: unsettled })) > 0) await sleep(200);
  // A worker's own round of questions, which concern no product, comes soon after its start.
  while ((await questionsLeft(stage)) > 0) await sleep(200);
  const live = await database.listing.findMany({ where: { state: "live" }, select: { productId: true } });
  const productIds = [...new Set(live.map(({ productId }) => productId))];
  const before = stage.sandbox.requests().length;
  const began = performance.now();
  for (let start = 0; start < productIds.length; start += batch) {
    const some = productIds.slice(start, start + batch);
    await inTransaction(database, (transaction) => updateListings(transaction, some, { priority: urgency.bulk }));
  }
  while ((await database.listing.count({ where: { outdated: true } })) > 0) await sleep(100);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  return { listings: live.length, seconds, requests: stage.sandbox.requests().length - before };
}

async function questionsLeft({ database }: Stage): Promise<number> {
  const [row] = await database.$queryRaw<{ left: number }[]>`
    SELECT count(*)::int AS "left" FROM graphile_worker.jobs WHERE task_identifier = 'read-questions'`;
  return row?.left ?? 0;
}
