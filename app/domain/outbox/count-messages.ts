import type { Database } from "#app/services/database/database.ts";
import type { MessageState } from "#app/services/database/generated/enums.ts";

/** How many messages are in each state; a state without any is not there. */
export async function countMessages(database: Database): Promise<Partial<Record<MessageState, number>>> {
  const counted = await database.outboxMessage.groupBy({ by: ["state"], _count: true });
  return Object.fromEntries(counted.map(({ state, _count }) => [state, _count]));
}
