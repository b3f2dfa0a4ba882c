import { recordContact } from "#app/domain/channel/contact.ts";
import { readCheckRequest, recordConnectionCheck } from "#app/domain/channel/mall-connection.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { tellOwner } from "#app/domain/own-shop/tell-owner.ts";
import type { Jobs } from "#app/services/queue/jobs.ts";
import type { WorkerContext } from "../context.ts";

/** No product has it: looking it up needs every right that following a listing needs, and changes nothing at the mall. */
const nobodysReference = "CONNECTION-CHECK";

/** Tries what the office entered: whether the mall lets us in and answers a question. */
export async function checkConnection(context: WorkerContext, { channelKey }: Jobs["check-connection"]): Promise<void> {
  const { database, malls, refreshMalls, followUpPace } = context;
  const askedAt = await readCheckRequest(database, channelKey);
  await refreshMalls();
  const connection = malls[channelKey];
  if (!connection)
    return recordConnectionCheck(database, {
      channelKey,
      askedAt,
      fault: issue("connection.missing", { mall: channelKey }),
    });
  const answer = await connection.lookUp(nobodysReference, null);
  const { reason = null, retryAfterSeconds = 0 } = answer.outcome === "unsure" ? answer : {};
  const told = reason && tellOwner(channelKey, reason);
  await recordContact(database, channelKey, { reason: told, retryAfterSeconds }, followUpPace);
  const fault = told && { ...told, path: { mall: channelKey } };
  await recordConnectionCheck(database, { channelKey, askedAt, fault });
}
