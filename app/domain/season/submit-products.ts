import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAuditLines } from "../audit/record.ts";
import { refuseHelper } from "../help/only-merchant.ts";
import { notifyStore } from "../outbox/notify-store.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { statesOpenForSubmission } from "./states.ts";

export const submitProductsInput = z.object({
  seasonId: z.uuid(),
  storeId: z.uuid(),
  productIds: z.array(z.uuid()).min(1).max(50_000),
});

/**
 * Enters a store's products for a season, each with its latest version, which is pinned: what curators judge is what
 * malls get. Products that are already entered stay as they are; the result counts the new ones.
 */
export async function submitProducts(
  database: Database,
  actor: Actor,
  { seasonId, storeId, productIds }: z.infer<typeof submitProductsInput>,
): Promise<Outcome<{ submitted: number }>> {
  const helper = refuseHelper(actor);
  if (helper) return helper;
  return inTransaction(database, async (transaction) => {
    const season = await transaction.season.findUnique({ where: { id: seasonId } });
    if (!season) return refused("season.none");
    if (!statesOpenForSubmission.includes(season.state)) return refused("season.not_open");
    const store = await transaction.store.findUnique({ where: { id: storeId } });
    if (store?.state !== "approved") return refused("store.not_approved");

    const latest = await transaction.productVersion.findMany({
      where: { productId: { in: productIds }, product: { storeId, submissions: { none: { seasonId } } } },
      orderBy: { number: "desc" },
      distinct: ["productId"],
      select: { id: true, productId: true, pinnedAt: true },
    });
    if (latest.length === 0) return refused("submission.already_submitted");
    await transaction.productVersion.updateMany({
      where: { id: { in: latest.map(({ id }) => id) }, pinnedAt: null },
      data: { pinnedAt: new Date() },
    });
    const submissions = await transaction.submission.createManyAndReturn({
      data: latest.map(({ id, productId }) => ({ seasonId, productId, versionId: id })),
      skipDuplicates: true,
    });
    const batchId = randomUUID();
    await recordAuditLines(transaction, actor, [
      {
        action: "submit-products",
        subject: { kind: "store", id: storeId },
        batchId,
        details: { seasonId, count: submissions.length },
      },
      ...submissions.map(({ id, versionId }) => ({
        action: "submit-product",
        subject: { kind: "submission", id },
        versionAfter: versionId,
        batchId,
      })),
    ]);
    const [first] = submissions;
    if (first) {
      const params = { count: submissions.length, season: season.name, page: "/merchant" };
      await notifyStore(transaction, storeId, { template: "products_sent", params, event: first.id });
    }
    return done({ submitted: submissions.length });
  });
}
