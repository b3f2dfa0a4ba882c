import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { dateOf, seoulDay } from "../visit/seoul-time.ts";

export const enterViewsInput = z.object({ promotionId: z.uuid(), day: z.string(), views: z.string().max(20) });

/** The creator or the office enters how often the content had been seen by a day. */
export async function enterViews(
  database: Database,
  actor: Actor,
  { promotionId, day: typedDay, views: typed }: z.infer<typeof enterViewsInput>,
  now = new Date(),
): Promise<Outcome<null>> {
  if (actor.kind !== "person" || (actor.role !== "creator" && actor.role !== "office")) {
    return refused("account.not_allowed");
  }
  const own = actor.role === "creator" ? { visit: { creatorId: actor.accountId } } : {};
  const day = dateOf(typedDay);
  const digits = typed.normalize("NFKC").replace(/[\s,회]/g, "");
  if (!day || typedDay > seoulDay(now) || !/^\d{1,10}$/.test(digits) || Number(digits) > 2_000_000_000) {
    return refused("promotion.views_unreadable", { field: "views" });
  }
  const views = Number(digits);
  return inTransaction(database, async (transaction) => {
    const promotion = await transaction.promotion.findUnique({ where: { id: promotionId, ...own } });
    if (!promotion) return refused("promotion.not_found");
    if (day < promotion.publishedOn) return refused("promotion.views_too_early", { field: "views" });
    await transaction.promotionViews.upsert({
      where: { promotionId_day: { promotionId, day } },
      create: { promotionId, day, views, source: "entered" },
      update: { views, source: "entered" },
    });
    await recordAudit(transaction, actor, {
      action: "enter-views",
      subject: { kind: "promotion", id: promotionId },
      details: { day: typedDay, views },
    });
    return done(null);
  });
}
