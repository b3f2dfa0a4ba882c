import type { Transaction } from "#app/services/database/database.ts";
import type { MessageMedium } from "#app/services/database/generated/enums.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import type { MessageParams, Template } from "./templates.ts";

export interface NewMessage {
  medium: MessageMedium;
  /** Phone in E.164 or e-mail address. */
  recipient: string;
  template: Template;
  params: MessageParams;
  locale: "ko" | "en";
  /** Same event, person and template: one message. */
  dedupeKey: string;
}

/**
 * Writes a message and the job that sends it, at once or after some seconds; they exist exactly when the transaction commits. Null:
 * it was there already.
 */
export async function queueMessage(
  transaction: Transaction,
  message: NewMessage,
  delaySeconds = 0,
): Promise<{ id: string } | null> {
  const [created] = await transaction.outboxMessage.createManyAndReturn({
    data: [message],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!created) return null;
  const runAt = new Date(Date.now() + delaySeconds * 1000);
  const job = { key: messageJobKey(created.id), ...(delaySeconds > 0 && { runAt }) };
  await addJob(transaction, "send-message", { messageId: created.id }, job);
  return created;
}

export function messageJobKey(id: string): string {
  return `message:${id}`;
}
