import type { Database, Transaction } from "#app/services/database/database.ts";
import type { ListingState } from "#app/services/database/generated/enums.ts";

/** A mall has it, or may have it; in every state but the last it may besides have what it was sent before. */
const standingStates: readonly ListingState[] = ["sending", "unknown", "in_review", "live", "withdrawing"];

/** How many listings of a store stand at malls, or at this one. */
export async function countStanding(database: Database | Transaction, storeId: string, mall?: string): Promise<number> {
  return database.listing.count({
    where: {
      product: { storeId },
      state: { not: "withdrawn" },
      OR: [{ state: { in: [...standingStates] } }, { remoteId: { not: null } }, { sentOutcome: "unknown" }],
      ...(mall !== undefined && { channelKey: mall }),
    },
  });
}
