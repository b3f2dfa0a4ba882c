import type { Database } from "#app/services/database/database.ts";

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
  // Zero bytes cannot be stored, and nobody reads them.
  const rows = exchanges.slice(-newest).map(({ requestId, request, answer, ...one }) => ({
    ...one,
    listing_id: listingId,
    request_id: requestId,
    request: request?.replaceAll("\0", "") ?? null,
    answer: answer?.replaceAll("\0", "") ?? null,
  }));
  await database.$executeRaw`
    WITH "kept" AS (
      INSERT INTO "listing_exchange" (
        "listing_id", "at", "method", "address", "request", "status", "request_id", "answer", "milliseconds")
      SELECT "listing_id", "at", "method", "address", "request", "status", "request_id", "answer", "milliseconds"
      FROM jsonb_populate_recordset(NULL::"listing_exchange", ${JSON.stringify(rows)}::jsonb)
    )
    DELETE FROM "listing_exchange" WHERE "listing_id" = ${listingId}::uuid AND "id" <= (
      SELECT "id" FROM "listing_exchange" WHERE "listing_id" = ${listingId}::uuid
      ORDER BY "id" DESC OFFSET ${newest - rows.length} LIMIT 1)`;
}
