import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { refuseHelper } from "../help/only-merchant.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { endDrift } from "./end-drift.ts";
import { isUndecided } from "./rules.ts";

export const settleDriftInput = z.object({ driftId: z.uuid(), how: z.enum(["sent_ours", "accepted"]) });

/**
 * The office chooses, and in a shop of their own (`ownShop`, the channel's key) its merchant: what we want is sent again, or what is shown
 * stays (of what is gone: it is wanted no more).
 */
export async function settleDrift(
  database: Database,
  actor: Actor,
  { driftId, how, ownShop }: z.infer<typeof settleDriftInput> & { ownShop?: string },
): Promise<Outcome<{ listingId: string }>> {
  const notAllowed = ownShop === undefined ? refuseUnlessOffice(actor) : refuseHelper(actor);
  if (notAllowed) return notAllowed;
  return inTransaction(database, async (transaction) => {
    const drift = await transaction.listingDrift.findUnique({
      where: { id: driftId, ...(ownShop !== undefined && { listing: { channelKey: ownShop } }) },
    });
    if (!drift) return refused("listing.not_found");
    const { listingId, kind } = drift;
    await transaction.$queryRaw`SELECT 1 FROM "listing" WHERE "id" = ${listingId}::uuid FOR UPDATE`;
    const listing = await transaction.listing.findUniqueOrThrow({ where: { id: listingId } });
    const open = await transaction.listingDrift.count({ where: { id: driftId, endedAt: null } });
    // Somebody was faster, or the listing went on its own way.
    if (open === 0 || !isUndecided(kind, listing.state) || (kind === "duplicate" && how === "sent_ours")) {
      return refused("listing.not_repeatable");
    }
    await endDrift(transaction, actor, { listing, kind, how });
    return done({ listingId });
  });
}
