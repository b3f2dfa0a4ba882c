import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Import } from "#app/services/database/generated/client.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";

/** Claims an import for reading, also one whose reader died; null when it is not to be read (any more). */
export async function beginImport(database: Database, importId: string): Promise<Import | null> {
  return inTransaction(database, async (transaction) => {
    const { count } = await transaction.import.updateMany({
      where: { id: importId, state: "waiting" },
      data: { state: "reading" },
    });
    if (count === 1) {
      await recordAudit(transaction, program, { action: "begin-import", subject: { kind: "import", id: importId } });
    }
    return transaction.import.findUnique({ where: { id: importId, state: "reading" } });
  });
}
