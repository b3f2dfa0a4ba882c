import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome } from "../outcome.ts";
import { holdImport, requireJudged } from "./judged-import.ts";

export const discardImportInput = z.object({ storeId: z.uuid(), importId: z.uuid() });

/** Leaves a judged import alone: nothing of it is saved. Asked twice, it is left once. */
export async function discardImport(
  database: Database,
  actor: Actor,
  { storeId, importId }: z.infer<typeof discardImportInput>,
): Promise<Outcome<null>> {
  return inTransaction(database, async (transaction) => {
    const found = await holdImport(transaction, { storeId, importId });
    if (found?.state === "discarded") return done(null);
    const judged = requireJudged(found);
    if (!judged.ok) return judged;
    await transaction.import.update({
      where: { id: importId },
      data: { state: "discarded", finishedAt: new Date() },
    });
    await recordAudit(transaction, actor, { action: "discard-import", subject: { kind: "import", id: importId } });
    return done(null);
  });
}
