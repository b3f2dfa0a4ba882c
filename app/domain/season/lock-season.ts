import type { Transaction } from "#app/services/database/database.ts";

/** Until the transaction ends nobody else takes or frees a place, moves the season or changes its rules. */
export async function lockSeason(transaction: Transaction, seasonId: string) {
  await transaction.$queryRaw`SELECT 1 FROM "season" WHERE "id" = ${seasonId}::uuid FOR UPDATE`;
  return transaction.season.findUnique({ where: { id: seasonId } });
}

/** Until the transaction ends the season stays in its state; many may hold it so at once. */
export async function holdSeason(transaction: Transaction, seasonId: string) {
  await transaction.$queryRaw`SELECT 1 FROM "season" WHERE "id" = ${seasonId}::uuid FOR SHARE`;
  return transaction.season.findUnique({ where: { id: seasonId } });
}
