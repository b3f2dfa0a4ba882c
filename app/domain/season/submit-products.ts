import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAuditLines } from "../audit/record.ts";
import { refuseWhileClosing } from "../closing/refuse-while-closing.ts";
import { refuseWithoutConsents } from "../consent/find-consents.ts";
import { refuseHelper } from "../help/only-merchant.ts";
import { notifyStore } from "../outbox/notify-store.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { findRules, hasRubric } from "./find-rules.ts";
import { outsideIntake } from "./intake-window.ts";
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
    const { rules } = await findRules(transaction, season);
    // What comes while others are judged by marks would be judged by nobody.
    if (hasRubric(rules) && season.state !== "intake") return refused("season.not_open");
    const late = outsideIntake(rules.dates, new Date());
    if (late) return late;
    const store = await transaction.store.findUnique({ where: { id: storeId } });
    if (store?.state !== "approved") return refused("store.not_approved");
    if (actor.kind === "person") {
      const { accountId } = actor;
      const stopped =
        (await refuseWhileClosing(transaction, accountId)) ?? (await refuseWithoutConsents(transaction, accountId));
      if (stopped) return stopped;
    }

    const submissions = await pinLatest(transaction, { seasonId, storeId, productIds });
    const [first] = submissions;
    if (!first) return refused("submission.already_submitted");
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
        // Known here: looked up for each of 50,000 lines it would cost twice the rest.
        seasonId,
      })),
    ]);
    const params = { count: submissions.length, season: season.name, page: "/merchant" };
    await notifyStore(transaction, storeId, { template: "products_sent", params, event: first.id });
    return done({ submitted: submissions.length });
  });
}

/** A submission for each product's latest version, of those that are not in the season yet; in SQL, for a catalog has up to 50,000. */
async function pinLatest(
  transaction: Transaction,
  { seasonId, storeId, productIds }: z.infer<typeof submitProductsInput>,
): Promise<{ id: string; versionId: string }[]> {
  return transaction.$queryRaw`
    WITH latest AS (
      SELECT DISTINCT ON (version."product_id") version."id", version."product_id"
      FROM "product_version" AS version JOIN "product" ON "product"."id" = version."product_id"
      WHERE "product"."id" = ANY(${productIds}::uuid[]) AND "product"."store_id" = ${storeId}::uuid
        AND NOT EXISTS (SELECT FROM "submission" AS earlier
                        WHERE earlier."season_id" = ${seasonId}::uuid AND earlier."product_id" = "product"."id")
      ORDER BY version."product_id", version."number" DESC
    ), pinned AS (
      UPDATE "product_version" SET "pinned_at" = now()
      FROM latest WHERE "product_version"."id" = latest."id" AND "product_version"."pinned_at" IS NULL
    )
    INSERT INTO "submission" ("season_id", "product_id", "version_id")
    SELECT ${seasonId}::uuid, "product_id", "id" FROM latest
    ON CONFLICT ("season_id", "product_id") DO NOTHING
    RETURNING "id", "version_id" AS "versionId"`;
}
