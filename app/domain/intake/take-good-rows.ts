import type { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { holdImport, judgedImportInput, requireJudged } from "./judged-import.ts";
import { startSaving } from "./start-saving.ts";

export const takeGoodRowsInput = judgedImportInput;

/** Saves what is good of a judged import; asked twice, it is saved once. The rest stays behind, to be mended in the sheet. */
export async function takeGoodRows(
  database: Database,
  actor: Actor,
  { storeId, importId, judgement }: z.infer<typeof takeGoodRowsInput>,
): Promise<Outcome<null>> {
  return inTransaction(database, async (transaction) => {
    const found = await holdImport(transaction, { storeId, importId });
    if (found?.state === "saving" || found?.state === "done") return done(null);
    const judged = requireJudged(found, judgement);
    if (!judged.ok) return judged;
    const good = await transaction.importRow.count({ where: { importId, outcome: "accepted" } });
    if (good === 0) return refused("import.nothing_good");
    await startSaving(transaction, judged.result);
    await recordAudit(transaction, actor, {
      action: "take-good-rows",
      subject: { kind: "import", id: importId },
      details: { rows: good },
    });
    return done(null);
  });
}
