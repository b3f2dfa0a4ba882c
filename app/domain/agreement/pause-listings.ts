import type { Transaction } from "#app/services/database/database.ts";
import type { Listing } from "#app/services/database/generated/client.ts";
import { addJobs } from "#app/services/queue/jobs.ts";
import type { Actor } from "../account/actor.ts";
import { recordAuditLines } from "../audit/record.ts";
import { fromStored, toStored } from "../issue/stored-issues.ts";
import { beside } from "../listing/listing-job.ts";
import { moveListing } from "../listing/move-listing.ts";
import { missingWord, type PermissionCode } from "./permission.ts";

interface Pausing {
  storeId: string;
  /** Every mall's when left out. */
  mall?: string;
  /** Which word is missing now. */
  code: PermissionCode;
}

/**
 * A store takes its word back: what may stand at a mall comes down, what waits is held back. Both go on when the word is
 * given again. The store is locked by whoever calls; the word itself is to be changed after this.
 */
export async function pauseListings(
  transaction: Transaction,
  actor: Actor,
  { storeId, mall, code }: Pausing,
): Promise<void> {
  const listings = await lockWanted(transaction, storeId, mall);
  for (const { id, state, channelKey, issues } of listings.filter(mayWait)) {
    const others = fromStored(issues).filter((one) => one.code !== code);
    const held = toStored([...others, missingWord(code, channelKey)]);
    // They did it themselves: nobody needs to tell them.
    if (state === "waiting" || state === "not_ready")
      await moveListing(transaction, id, "not_ready", { issues: held }, "silently");
  }
  const standing = listings.filter((listing) => !mayWait(listing));
  await transaction.listing.updateMany({
    where: { id: { in: standing.map(({ id }) => id) } },
    data: { wanted: "withdrawn", paused: true, wantedAt: new Date() },
  });
  await recordAuditLines(
    transaction,
    actor,
    standing.map(({ id }) => ({
      action: "pause-listing",
      subject: { kind: "listing", id },
      details: { because: code },
    })),
  );
  const jobs = standing.map((listing) => ({ payload: { listingId: listing.id }, ...beside(listing) }));
  await addJobs(transaction, "withdraw-listing", jobs);
}

async function lockWanted(transaction: Transaction, storeId: string, mall?: string): Promise<Listing[]> {
  const ids = await transaction.$queryRaw<{ id: string }[]>`
    SELECT listing."id" FROM "listing" AS listing JOIN "product" AS product ON product."id" = listing."product_id"
    WHERE product."store_id" = ${storeId}::uuid AND (${mall ?? null}::text IS NULL OR listing."channel_key" = ${mall ?? null})
    ORDER BY listing."id" FOR UPDATE OF listing`;
  return transaction.listing.findMany({ where: { id: { in: ids.map(({ id }) => id) }, wanted: "live" } });
}

const nothingThere: readonly Listing["state"][] = ["not_ready", "waiting", "refused", "failed", "withdrawn"];

/** The mall has nothing of it, and no send of it came to an end that nobody knows. */
function mayWait({ state, remoteId, sentOutcome }: Listing): boolean {
  return nothingThere.includes(state) && remoteId === null && sentOutcome !== "unknown";
}
