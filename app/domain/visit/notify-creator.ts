import type { Transaction } from "#app/services/database/database.ts";
import { queueMessage } from "../outbox/queue-message.ts";
import type { MessageParams, Template } from "../outbox/templates.ts";

/** Tells a creator by e-mail what happened, in a language they read; the same event again writes nothing. */
export async function notifyCreator(
  transaction: Transaction,
  creatorId: string,
  { template, params, event }: { template: Template; params: MessageParams; event: string },
): Promise<void> {
  const account = await transaction.account.findUnique({
    where: { id: creatorId, state: "active" },
    select: { email: true, creator: { select: { languages: true } } },
  });
  if (!account?.email) return;
  const languages = account.creator?.languages ?? [];
  await queueMessage(transaction, {
    ...{ medium: "email", recipient: account.email, template, params },
    locale: languages.length === 0 || languages.includes("ko") ? "ko" : "en",
    dedupeKey: `${template}:${event}:${creatorId}`,
  });
}
