import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";

export const leaveUnknownInput = z.object({
  key: z.string(),
  remoteId: z.string(),
  leave: z.enum(["yes", "no"]).transform((word) => word === "yes"),
});

/** A product of the account that is none of ours is left alone, or after all not. Nothing is done at the mall. */
export async function leaveUnknown(
  database: Database,
  actor: Actor,
  { key, remoteId, leave }: z.output<typeof leaveUnknownInput>,
): Promise<Outcome<{ remoteId: string }>> {
  const notAllowed = refuseUnlessOffice(actor);
  if (notAllowed) return notAllowed;
  return inTransaction(database, async (transaction) => {
    const [changed] = await transaction.unknownListing.updateManyAndReturn({
      where: { channelKey: key, remoteId },
      data: { leftAloneAt: leave ? new Date() : null },
    });
    if (!changed) return refused("listing.not_found");
    await recordAudit(transaction, actor, {
      action: "leave-unknown",
      subject: { kind: "channel", id: key },
      details: { number: remoteId, name: changed.name, leave },
    });
    return done({ remoteId });
  });
}
