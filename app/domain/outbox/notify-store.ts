import type { Transaction } from "#app/services/database/database.ts";
import { queueMessage } from "./queue-message.ts";
import type { MessageParams, Template } from "./templates.ts";

/**
 * Tells everybody of a store what happened, once an event: the same event again writes nothing. `page` in the params is a
 * path; the writer puts our address before it.
 */
export async function notifyStore(
  transaction: Transaction,
  storeId: string,
  { template, params, event }: { template: Template; params: MessageParams; event: string },
): Promise<void> {
  const members = await transaction.account.findMany({
    where: { state: "active", phone: { not: null }, memberships: { some: { storeId } } },
    select: { id: true, phone: true },
  });
  for (const { id, phone } of members) {
    if (!phone) continue;
    const dedupeKey = `${template}:${event}:${id}`;
    await queueMessage(transaction, { medium: "kakao", recipient: phone, template, params, locale: "ko", dedupeKey });
  }
}
