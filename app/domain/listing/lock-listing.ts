import type { Transaction } from "#app/services/database/database.ts";
import type { Listing } from "#app/services/database/generated/client.ts";

/** The listing as it is once nobody else may change it before this transaction ends; null when there is none. */
export async function lockListing(transaction: Transaction, listingId: string): Promise<Listing | null> {
  const [row] = await transaction.$queryRaw<Record<string, unknown>[]>`
    SELECT * FROM "listing" WHERE "id" = ${listingId}::uuid FOR UPDATE`;
  return row
    ? (Object.fromEntries(Object.entries(row).map(([name, value]) => [fieldOf(name), value])) as Listing)
    : null;
}

/** @throws when there is none. */
export async function requireLocked(transaction: Transaction, listingId: string): Promise<Listing> {
  const listing = await lockListing(transaction, listingId);
  if (!listing) throw new Error(`Listing ${listingId} does not exist`);
  return listing;
}

/** The schema's name of a column: `sent_at` is `sentAt`. */
function fieldOf(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
