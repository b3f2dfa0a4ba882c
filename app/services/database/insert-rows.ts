import { Prisma, type Transaction } from "./database.ts";

/**
 * Inserts rows in one statement that Prisma need not compile: rows are sent as one JSON text, so that thousands cost what ten do.
 * Keys are the table's column names, the same in every row; columns that are left out take their defaults.
 */
export async function insertRows(
  transaction: Transaction,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Prisma.raw(
    Object.keys(first)
      .map((name) => `"${name}"`)
      .join(", "),
  );
  const into = Prisma.raw(`"${table}"`);
  await transaction.$executeRaw`
    INSERT INTO ${into} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${into}, ${JSON.stringify(rows)}::jsonb)`;
}
