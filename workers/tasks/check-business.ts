import { recordBusinessStatus } from "#app/domain/store/record-business-status.ts";
import type { Jobs } from "#app/services/queue/jobs.ts";
import type { WorkerContext } from "../context.ts";

/** Asks the tax office's register about a store. Without a register, or without its answer, the store stays "not checked". */
export async function checkBusiness(
  { database, businessRegistry, log }: Pick<WorkerContext, "database" | "businessRegistry" | "log">,
  { storeId }: Jobs["check-business"],
): Promise<void> {
  const store = await database.store.findUnique({ where: { id: storeId }, select: { businessNumber: true } });
  if (!store || !businessRegistry) return;
  const { businessNumber } = store;
  const answer = await businessRegistry.findStatus(businessNumber);
  if (answer.outcome === "answered") {
    await recordBusinessStatus(database, { storeId, businessNumber, status: answer.status });
  } else if (answer.askAgain) {
    throw new Error(`the register of businesses did not answer: ${answer.reason}`);
  } else {
    log.error({ reason: answer.reason }, "the register of businesses refused our question");
  }
}
