import type { Transaction } from "#app/services/database/database.ts";
import type { RecallReason } from "#app/services/database/generated/enums.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { recallHours } from "./deadlines.ts";

/**
 * Something of a recalled product stands at a mall again: the recall is not confirmed any more, and has a new deadline. Gives why the
 * product is recalled; null: it is not.
 */
export async function reopenRecall(transaction: Transaction, productId: string): Promise<RecallReason | null> {
  const recall = await transaction.recall.findFirst({ where: { productId, liftedAt: null } });
  if (!recall) return null;
  const { id, reason } = recall;
  if (recall.confirmedAt !== null) {
    const deadlineAt = new Date(Date.now() + recallHours[reason] * 3_600_000);
    await transaction.recall.update({ where: { id }, data: { confirmedAt: null, alarmedAt: null, deadlineAt } });
    await recordAudit(transaction, program, {
      action: "reopen-recall",
      subject: { kind: "product", id: productId },
      details: { recall: id },
    });
  }
  return reason;
}
