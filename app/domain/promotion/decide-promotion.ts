import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAudit } from "../audit/record.ts";
import { notifyStore } from "../outbox/notify-store.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { reasonInput } from "../season/decisions.ts";
import { notifyCreator } from "../visit/notify-creator.ts";
import { promotionStates } from "./states.ts";

/** Months for which what was accepted must stand as it was. */
export const watchMonths = 6;

export const acceptPromotionInput = z.object({ promotionId: z.uuid() });

/** The office has looked: it is shown on the store's page, and watched for six months from now. */
export async function acceptPromotion(
  database: Database,
  actor: Actor,
  { promotionId }: z.infer<typeof acceptPromotionInput>,
  now = new Date(),
): Promise<Outcome<null>> {
  const notOffice = refuseUnlessOffice(actor);
  if (notOffice) return notOffice;
  return inTransaction(database, async (transaction) => {
    const before = await transaction.promotion.findUnique({ where: { id: promotionId } });
    if (!before) return refused("promotion.not_found");
    const watchUntil = before.watchUntil ?? monthsLater(now, watchMonths);
    const [accepted] = await transaction.promotion.updateManyAndReturn({
      where: { id: promotionId, state: { in: promotionStates.sourcesOf("accepted") } },
      // Read anew: what stands there now is what was accepted.
      data: {
        ...{ state: "accepted", acceptedAt: now, watchUntil, issues: [], note: "" },
        ...{ seenHash: null, readAt: null, misses: 0 },
      },
    });
    if (!accepted) return refused("promotion.not_waiting");
    const visit = await transaction.visit.findUniqueOrThrow({
      where: { id: accepted.visitId },
      include: { place: { include: { store: { select: { name: true, slug: true } } } } },
    });
    await recordAudit(transaction, actor, {
      action: "accept-promotion",
      subject: { kind: "promotion", id: promotionId },
      versionBefore: before.state,
      versionAfter: "accepted",
    });
    const { name: store, slug } = visit.place.store;
    const params = { store, page: `/stores/${encodeURIComponent(slug)}` };
    const event = `${promotionId}:${now.toISOString()}`;
    await notifyCreator(transaction, visit.creatorId, { template: "promotion_accepted", params, event });
    await notifyStore(transaction, visit.storeId, { template: "promotion_accepted", params, event });
    await addJob(transaction, "read-promotion", { promotionId }, { key: `read-promotion:${promotionId}` });
    return done(null);
  });
}

export const returnPromotionInput = z.object({ promotionId: z.uuid(), note: reasonInput });

/** The office found something that our check cannot see; the creator is told what to do, and it is not shown until it is handed in again. */
export async function returnPromotion(
  database: Database,
  actor: Actor,
  { promotionId, note }: z.infer<typeof returnPromotionInput>,
  now = new Date(),
): Promise<Outcome<null>> {
  const notOffice = refuseUnlessOffice(actor);
  if (notOffice) return notOffice;
  return inTransaction(database, async (transaction) => {
    const before = await transaction.promotion.findUnique({ where: { id: promotionId } });
    if (!before) return refused("promotion.not_found");
    const { count } = await transaction.promotion.updateMany({
      where: { id: promotionId, state: { in: ["waiting", "accepted", "changed", "gone"] } },
      data: { state: "to_correct", note, objection: "", overruleReason: "" },
    });
    if (count === 0) return refused("promotion.not_waiting");
    const visit = await transaction.visit.findUniqueOrThrow({ where: { id: before.visitId } });
    await recordAudit(transaction, actor, {
      action: "return-promotion",
      subject: { kind: "promotion", id: promotionId },
      versionBefore: before.state,
      versionAfter: "to_correct",
    });
    await notifyCreator(transaction, visit.creatorId, {
      template: "promotion_returned",
      params: { answer: note, page: `/creator/visits/${visit.id}` },
      event: `${promotionId}:${now.toISOString()}`,
    });
    return done(null);
  });
}

export function monthsLater(at: Date, months: number): Date {
  const later = new Date(at);
  later.setUTCMonth(later.getUTCMonth() + months);
  return later;
}
