import { type Database, inTransaction } from "#app/services/database/database.ts";

/** One request to a mall and its answer, without secrets (app/channels/exchange.ts makes them). */
export interface KeptExchange {
  at: Date;
  method: string;
  address: string;
  request: string | null;
  status: number | null;
  requestId: string | null;
  answer: string | null;
  milliseconds: number;
}

/** What is kept of one listing. */
const newest = 30;

/** Keeps what was said to a mall about a listing; of each listing the newest. */
export async function keepExchanges(
  database: Database,
  listingId: string,
  exchanges: readonly KeptExchange[],
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    // Zero bytes cannot be stored, and nobody reads them.
    const data = exchanges.slice(-newest).map(({ request, answer, ...one }) => ({
      ...one,
      listingId,
      request: request?.replaceAll("\0", "") ?? null,
      answer: answer?.replaceAll("\0", "") ?? null,
    }));
    await transaction.listingExchange.createMany({ data });
    await transaction.$executeRaw`
      DELETE FROM "listing_exchange" WHERE "listing_id" = ${listingId}::uuid AND "id" <= (
        SELECT "id" FROM "listing_exchange" WHERE "listing_id" = ${listingId}::uuid
        ORDER BY "id" DESC OFFSET ${newest} LIMIT 1)`;
  });
}
