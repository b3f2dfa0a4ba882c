import { type Delivery, deliverMessage } from "#app/domain/outbox/deliver-message.ts";
import { writeNotice } from "#app/messages/notices.ts";
import type { Jobs } from "#app/services/queue/jobs.ts";
import type { WorkerContext } from "../context.ts";

export async function sendMessage(
  { database, messages, keepSecrets, webUrl }: Pick<WorkerContext, "database" | "messages" | "keepSecrets" | "webUrl">,
  payload: Jobs["send-message"],
): Promise<void> {
  const write: Delivery["write"] = (locale, template, params) => writeNotice(locale, template, params, webUrl);
  await deliverMessage(database, payload, { provider: messages, write, keepSecrets });
}
