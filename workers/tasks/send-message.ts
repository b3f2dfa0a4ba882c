import { deliverMessage } from "#app/domain/outbox/deliver-message.ts";
import { writeNotice } from "#app/messages/notices.ts";
import type { Database } from "#app/services/database/database.ts";
import type { MessageProvider } from "#app/services/messages/provider.ts";
import type { Jobs } from "#app/services/queue/jobs.ts";

interface MessageContext {
  database: Database;
  messages: MessageProvider;
  /** The demonstration leaves codes and links in the outbox for the office to read. */
  keepSecrets: boolean;
}

export async function sendMessage(
  { database, messages, keepSecrets }: MessageContext,
  payload: Jobs["send-message"],
): Promise<void> {
  await deliverMessage(database, payload, { provider: messages, write: writeNotice, keepSecrets });
}
