import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Import } from "#app/services/database/generated/client.ts";

/** Claims an import for reading, also one whose reader died; null when it has already come to an end. */
export async function beginImport(database: Database, importId: string): Promise<Import | null> {
  return inTransaction(database, async (transaction) => {
    const { count } = await transaction.import.updateMany({
      where: { id: importId, state: { in: ["waiting", "reading"] } },
      data: { state: "reading" },
    });
    return count === 0 ? null : transaction.import.findUniqueOrThrow({ where: { id: importId } });
  });
}
