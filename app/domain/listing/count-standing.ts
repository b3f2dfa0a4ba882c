import type { Database, Transaction } from "#app/services/database/database.ts";
import type { ListingState } from "#app/services/database/generated/enums.ts";

/** A mall has it, or may have it. */
export const standingStates: readonly ListingState[] = ["sending", "unknown", "in_review", "live", "withdrawing"];

/** How many listings of a store stand at malls, or at this one. */
export async function countStanding(database: Database | Transaction, storeId: string, mall?: string): Promise<number> {
  return database.listing.count({
    where: {
      product: { storeId },
      state: { in: [...standingStates] },
      ...(mall !== undefined && { channelKey: mall }),
    },
  });
}
