import type { Transaction } from "#app/services/database/database.ts";

/** Until the transaction ends nobody else counts what happened under these hashes; always taken in one order. */
export async function lockHashes(transaction: Transaction, ...hashes: string[]): Promise<void> {
  for (const hash of [...hashes].sort()) {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${hash}, 0))`;
  }
}
