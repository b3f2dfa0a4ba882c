import type { Transaction } from "#app/services/database/database.ts";
import { queueMessage } from "./queue-message.ts";
import type { MessageParams, Template } from "./templates.ts";

export interface StoreNotice {
  template: Template;
  /** `page` is a path; the writer puts our address before it. */
  params: MessageParams;
  /** What happened: the same event again writes nothing. */
  event: string;
  /**
   * Notices of one store, template and bundle that come soon after one another are one message: it names the first `product` and counts
   * the others in `more`. Whoever gives it makes sure that one event is told once: a joined event leaves no key of its own.
   */
  bundle?: string;
}

/** How long the first of a bundle waits for others. */
const bundleSeconds = 120;

/** Where a message about several products leads. */
const bundlePage = "/merchant";

/** Tells everybody of a store what happened. */
export async function notifyStore(
  transaction: Transaction,
  storeId: string,
  { template, params, event, bundle }: StoreNotice,
): Promise<void> {
  const members = await transaction.account.findMany({
    where: { state: "active", phone: { not: null }, memberships: { some: { storeId } } },
    select: { id: true, phone: true },
    orderBy: { id: "asc" },
  });
  for (const { id, phone } of members) {
    if (!phone) continue;
    const address = { medium: "kakao", recipient: phone, template, locale: "ko" } as const;
    const dedupeKey = `${template}:${event}:${id}`;
    if (bundle === undefined) {
      await queueMessage(transaction, { ...address, params, dedupeKey });
    } else if (!(await joinWaiting(transaction, { recipient: phone, template, bundle: `${storeId}:${bundle}` }))) {
      const bundled = { ...params, bundle: `${storeId}:${bundle}` };
      await queueMessage(transaction, { ...address, params: bundled, dedupeKey }, bundleSeconds);
    }
  }
}

/** A message that is being sent is locked, and no longer waits once the lock is ours: then the event begins a new one. */
async function joinWaiting(
  transaction: Transaction,
  { recipient, template, bundle }: { recipient: string; template: Template; bundle: string },
): Promise<boolean> {
  const joined = await transaction.$executeRaw`
    UPDATE "outbox_message"
    SET "params" = "params" || jsonb_build_object('more', coalesce(("params" ->> 'more')::int, 0) + 1, 'page', ${bundlePage}::text)
    WHERE "id" = (
      SELECT "id" FROM "outbox_message"
      WHERE "state" = 'waiting' AND "attempts" = 0 AND "recipient" = ${recipient} AND "template" = ${template}
        AND "params" ->> 'bundle' = ${bundle}
      ORDER BY "created_at" LIMIT 1 FOR UPDATE)`;
  return joined > 0;
}
