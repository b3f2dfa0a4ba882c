import type { Database } from "#app/services/database/database.ts";

/** One request to a mall and its answer, without secrets (app/channels/exchange.ts makes them). */
export interface KeptExchange {
  at: Date;
  method: string;
  /** It may have made or changed something at the mall. */
  acts: boolean;
  address: string;
  request: string | null;
  status: number | null;
  requestId: string | null;
  answer: string | null;
  milliseconds: number;
}

/** What is kept of one listing, of what may have changed something there and of questions each. */
const newest = 30;

/**
 * Keeps what was said to a mall about a listing; of each listing the newest. Questions come every hour for as long as it stands, and push
 * out only one another: what was sent, and what took it down, stays to be shown.
 */
export async function keepExchanges(
  database: Database,
  listingId: string,
  exchanges: readonly KeptExchange[],
): Promise<void> {
  const isKept = (one: KeptExchange) =>
    exchanges
      .filter(({ acts }) => acts === one.acts)
      .slice(-newest)
      .includes(one);
  // Zero bytes cannot be stored, and nobody reads them.
  const rows = exchanges.filter(isKept).map(({ requestId, request, answer, ...one }) => ({
    ...one,
    listing_id: listingId,
    request_id: requestId,
    request: request?.replaceAll("\0", "") ?? null,
    answer: answer?.replaceAll("\0", "") ?? null,
  }));
  const acting = rows.filter(({ acts }) => acts).length;
  await database.$executeRaw`
    WITH "kept" AS (
      INSERT INTO "listing_exchange" (
        "listing_id", "at", "method", "acts", "address", "request", "status", "request_id", "answer", "milliseconds")
      SELECT "listing_id", "at", "method", "acts", "address", "request", "status", "request_id", "answer", "milliseconds"
      FROM jsonb_populate_recordset(NULL::"listing_exchange", ${JSON.stringify(rows)}::jsonb)
    )
    DELETE FROM "listing_exchange" USING (
      SELECT "id", "acts", row_number() OVER (PARTITION BY "acts" ORDER BY "id" DESC) AS "place"
      FROM "listing_exchange" WHERE "listing_id" = ${listingId}::uuid
    ) AS "before"
    WHERE "listing_exchange"."id" = "before"."id"
      AND "before"."place" > ${newest}::int - CASE WHEN "before"."acts" THEN ${acting}::int ELSE ${rows.length - acting}::int END`;
}
