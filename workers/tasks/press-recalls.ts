import { pressRecalls } from "#app/domain/recall/press-recalls.ts";
import type { WorkerContext } from "../context.ts";

/** Every minute: a recall is asked for until each mall has confirmed it. */
export async function pressStandingRecalls({ database, log }: WorkerContext): Promise<void> {
  const asked = await pressRecalls(database);
  if (asked > 0) log.info({ asked }, "malls asked again to take recalled products down");
}
