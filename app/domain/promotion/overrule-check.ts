import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Promotion } from "#app/services/database/generated/client.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAudit } from "../audit/record.ts";
import type { IssueCode } from "../issue/codes.ts";
import type { Issue } from "../issue/issue.ts";
import { fromStored } from "../issue/stored-issues.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { reasonInput } from "../season/decisions.ts";
import { notifyCreator } from "../visit/notify-creator.ts";

/**
 * What a person may see otherwise: words of its own, a banner, what stands in a film. What the creator must state, and whose channel it
 * is, nobody else can say.
 */
const overrulable: ReadonlySet<IssueCode> = new Set([
  "disclosure.missing",
  "disclosure.place_title_or_start",
  "disclosure.place_start_or_end",
  "disclosure.place_photos",
  "disclosure.place_video",
  "disclosure.place_live",
  "disclosure.unclear_word",
  "disclosure.conditional",
  "disclosure.other_language",
  "disclosure.hidden",
  "disclosure.before_rules",
]);

/** Whether all that holds a piece back is the judgement of the check. */
export function mayOverrule(issues: readonly Issue[]): boolean {
  return issues.length > 0 && issues.every(({ code }) => overrulable.has(code));
}

export const objectToCheckInput = z.object({ promotionId: z.uuid(), objection: reasonInput });

/** The creator says where the disclosure stands that the check did not find, so that a person looks. */
export async function objectToCheck(
  database: Database,
  actor: Actor,
  { promotionId, objection }: z.infer<typeof objectToCheckInput>,
): Promise<Outcome<null>> {
  if (actor.kind !== "person" || actor.role !== "creator") return refused("account.not_allowed");
  return inTransaction(database, async (transaction) => {
    const held = await findHeld(transaction, promotionId);
    if (!held || held.visit.creatorId !== actor.accountId) return refused("promotion.not_found");
    if (!isHeldByCheck(held)) return refused("promotion.not_overrulable");
    await transaction.promotion.update({ where: { id: promotionId }, data: { objection } });
    await recordAudit(transaction, actor, {
      action: "object-to-check",
      subject: { kind: "promotion", id: promotionId },
    });
    return done(null);
  });
}

export const overruleCheckInput = z.object({ promotionId: z.uuid(), reason: reasonInput });

/** A person of the office has seen that the disclosure stands: the piece waits to be accepted as if the check had found it. */
export async function overruleCheck(
  database: Database,
  actor: Actor,
  { promotionId, reason }: z.infer<typeof overruleCheckInput>,
  now = new Date(),
): Promise<Outcome<null>> {
  const notOffice = refuseUnlessOffice(actor);
  if (notOffice) return notOffice;
  return inTransaction(database, async (transaction) => {
    const held = await findHeld(transaction, promotionId);
    if (!held) return refused("promotion.not_found");
    if (!isHeldByCheck(held)) return refused("promotion.not_overrulable");
    await transaction.promotion.update({
      where: { id: promotionId },
      data: { state: "waiting", issues: [], overruleReason: reason, note: "" },
    });
    await recordAudit(transaction, actor, {
      action: "overrule-check",
      subject: { kind: "promotion", id: promotionId },
      versionBefore: held.state,
      versionAfter: "waiting",
      details: { rules: held.rules, found: fromStored(held.issues).map(({ code }) => code) },
    });
    const { creatorId, id: visitId } = held.visit;
    await notifyCreator(transaction, creatorId, {
      template: "promotion_passed",
      params: { title: held.title, answer: reason, page: `/creator/visits/${visitId}` },
      event: `${promotionId}:${now.toISOString()}`,
    });
    return done(null);
  });
}

/** Until the transaction ends nobody hands it in anew, and no reading of its page is kept. The visit first, as where it is handed in. */
async function findHeld(transaction: Transaction, id: string) {
  await transaction.$queryRaw`
    SELECT 1 FROM "visit" WHERE "id" = (SELECT "visit_id" FROM "promotion" WHERE "id" = ${id}::uuid) FOR UPDATE`;
  await transaction.$queryRaw`SELECT 1 FROM "promotion" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return transaction.promotion.findUnique({ where: { id }, include: { visit: true } });
}

function isHeldByCheck({ state, issues }: Pick<Promotion, "state" | "issues">): boolean {
  return state === "to_correct" && mayOverrule(fromStored(issues));
}
