import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Season } from "#app/services/database/generated/client.ts";
import { addJobs } from "#app/services/queue/jobs.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAudit } from "../audit/record.ts";
import { beside, urgency } from "../listing/listing-job.ts";
import { notifyStore } from "../outbox/notify-store.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import type { MallRules } from "../product/readiness.ts";
import { lockSeason } from "../season/lock-season.ts";
import { leaveSeason } from "../season/withdraw-submission.ts";
import { confirmRecall } from "./confirm-recall.ts";
import { recallHours, recallReasons } from "./deadlines.ts";

export const recallProductInput = z.object({
  productId: z.uuid(),
  reason: z.enum(recallReasons),
  note: z.string().trim().max(1_000).default(""),
});

/**
 * Takes a product down at every mall and keeps it down: no listing of it can be wanted live while the recall stands. Each mall is
 * asked until it confirms; unsafe food comes before all else that waits for a mall. On a list that marks made it loses its place to
 * the first of the reserve that fits.
 */
export async function recallProduct(
  database: Database,
  actor: Actor,
  { productId, reason, note }: z.infer<typeof recallProductInput>,
  malls: readonly MallRules[],
): Promise<Outcome<{ recallId: string }>> {
  const notAllowed = refuseUnlessOffice(actor);
  if (notAllowed || actor.kind !== "person") return notAllowed ?? refused("product.not_found");
  return inTransaction(database, async (transaction) => {
    // The season comes before its products, as for whoever gives a place.
    const season = await lockSeasonOfPlace(transaction, productId);
    await transaction.$queryRaw`SELECT 1 FROM "product" WHERE "id" = ${productId}::uuid FOR UPDATE`;
    const product = await transaction.product.findUnique({
      where: { id: productId },
      include: { versions: { orderBy: { number: "desc" }, take: 1, select: { name: true } } },
    });
    if (!product) return refused("product.not_found");
    const standing = await transaction.recall.findFirst({ where: { productId, liftedAt: null } });
    if (standing) return refused("recall.already_stands");
    const askedAt = new Date();
    const deadlineAt = new Date(askedAt.getTime() + recallHours[reason] * 3_600_000);
    const { id: recallId } = await transaction.recall.create({
      data: { productId, reason, note, askedById: actor.accountId, askedAt, deadlineAt },
    });
    await transaction.listing.updateMany({
      where: { productId, OR: [{ wanted: "live" }, { paused: true }] },
      data: { wanted: "withdrawn", paused: false, wantedAt: askedAt },
    });
    const listings = await transaction.listing.findMany({
      where: { productId, state: { not: "withdrawn" } },
      select: { id: true, channelKey: true },
    });
    const priority = reason === "food_safety" ? urgency.recall : urgency.takingDown;
    await addJobs(
      transaction,
      "withdraw-listing",
      listings.map((listing) => ({ payload: { listingId: listing.id }, ...beside(listing), priority })),
    );
    await recordAudit(transaction, actor, {
      action: "recall-product",
      subject: { kind: "product", id: productId },
      details: { recall: recallId, reason, listings: listings.length },
    });
    await notifyStore(transaction, product.storeId, {
      template: "product_recalled",
      params: { product: product.versions[0]?.name ?? product.sku, page: `/merchant/products/${productId}` },
      event: recallId,
    });
    await confirmRecall(transaction, productId);
    if (season) await losePlace(transaction, actor, season, productId, malls, askedAt);
    return done({ recallId });
  });
}

/** The season in which the product has a place that its marks gave it; where curators chose directly there is no reserve. */
async function lockSeasonOfPlace(transaction: Transaction, productId: string): Promise<Season | null> {
  const found = await transaction.season.findFirst({
    where: {
      state: { in: ["frozen", "published"] },
      results: { some: {} },
      taken: { some: { submission: { productId } } },
    },
    select: { id: true },
  });
  return found && lockSeason(transaction, found.id);
}

async function losePlace(
  transaction: Transaction,
  actor: Actor,
  season: Season,
  productId: string,
  malls: readonly MallRules[],
  now: Date,
): Promise<void> {
  const placed = await transaction.place.findFirst({ where: { seasonId: season.id, submission: { productId } } });
  if (!placed) return;
  const { submissionId } = placed;
  await leaveSeason(transaction, actor, season, { submissionId, reason: "", recalled: true }, malls, now);
}
