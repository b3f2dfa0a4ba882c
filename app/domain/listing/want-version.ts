import type { Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { toStored } from "../issue/stored-issues.ts";
import { moveListing } from "./move-listing.ts";
import { updateListings } from "./update-listings.ts";

/**
 * A product that malls have or had already is chosen, with another version or once more: what stands is sent what differs, and what was
 * held back, refused or taken down is sent anew. One that failed waits for a person, with the new version.
 */
export async function wantVersion(
  transaction: Transaction,
  actor: Actor,
  { productId, versionId, malls }: { productId: string; versionId: string; malls: readonly string[] },
): Promise<void> {
  const changed = await transaction.listing.updateManyAndReturn({
    where: {
      productId,
      channelKey: { in: [...malls] },
      OR: [{ wantedVersionId: { not: versionId } }, { wanted: "withdrawn" }],
    },
    data: { wantedVersionId: versionId, wanted: "live", paused: false, wantedAt: new Date() },
  });
  for (const { id, state, channelKey } of changed) {
    if (state === "not_ready" || state === "refused" || state === "withdrawn") {
      await moveListing(transaction, id, "waiting", { issues: toStored([]) });
    }
    await recordAudit(transaction, actor, {
      action: "want-version",
      subject: { kind: "listing", id },
      versionAfter: versionId,
      details: { state, mall: channelKey },
    });
  }
  if (changed.length > 0) await updateListings(transaction, [productId]);
}
