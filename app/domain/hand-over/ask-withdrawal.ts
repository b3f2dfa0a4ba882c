import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { HandOverState } from "#app/services/database/generated/enums.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { handOverStates } from "./states.ts";

/** Leaves word that a product should come down, and tells where it stands now; null when it was never delivered. */
export async function askWithdrawal(database: Database, reference: string): Promise<HandOverState | null> {
  return inTransaction(database, async (transaction) => {
    const before = await transaction.handOver.findUnique({ where: { reference } });
    if (!before) return null;
    const to = before.state === "returned" ? "withdrawn" : "withdrawal_asked";
    if (!handOverStates.allows(before.state, to)) return before.state;
    const { count } = await transaction.handOver.updateMany({
      where: { reference, state: before.state },
      data: { state: to },
    });
    if (count === 0) throw new Error(`Package ${reference} was decided at this moment; asking again will tell`);
    await recordAudit(transaction, program, {
      action: "ask-withdrawal",
      subject: { kind: "hand_over", id: reference },
      details: { from: before.state, to },
    });
    return to;
  });
}
