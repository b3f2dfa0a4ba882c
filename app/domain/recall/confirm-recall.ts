import type { Transaction } from "#app/services/database/database.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";

/** A recall is confirmed by the last mall's word; called whenever a listing of the product has gone. */
export async function confirmRecall(transaction: Transaction, productId: string): Promise<void> {
  const [confirmed] = await transaction.recall.updateManyAndReturn({
    where: {
      productId,
      confirmedAt: null,
      product: { listings: { every: { wanted: "withdrawn", state: "withdrawn" } } },
    },
    data: { confirmedAt: new Date() },
  });
  if (!confirmed) return;
  await recordAudit(transaction, program, {
    action: "confirm-recall",
    subject: { kind: "product", id: productId },
    details: { recall: confirmed.id },
  });
}
