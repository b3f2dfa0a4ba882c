import { deliverMessage } from "#app/domain/outbox/deliver-message.ts";
import { writeNotice } from "#app/messages/notices.ts";
import type { Jobs } from "#app/services/queue/jobs.ts";
import type { WorkerContext } from "../context.ts";

export async function sendMessage(
  { database, messages, keepSecrets }: Pick<WorkerContext, "database" | "messages" | "keepSecrets">,
  payload: Jobs["send-message"],
): Promise<void> {
  await deliverMessage(database, payload, { provider: messages, write: writeNotice, keepSecrets });
}
