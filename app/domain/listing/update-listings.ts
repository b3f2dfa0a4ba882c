import type { Transaction } from "#app/services/database/database.ts";
import type { Listing } from "#app/services/database/generated/client.ts";
import { addJobs } from "#app/services/queue/jobs.ts";
import type { IssueCode } from "../issue/codes.ts";
import type { Issue } from "../issue/issue.ts";
import { fromStored, toStored } from "../issue/stored-issues.ts";
import { listingJob, updateJob, urgency } from "./listing-job.ts";
import { moveListing } from "./move-listing.ts";

/** On its way to a mall, or there: what is loaded for the next send, or was for the last one, may be older than the change. */
const underWay: Listing["state"][] = ["waiting", "sending", "unknown", "in_review", "live"];
/** The last send came to nothing. What a mall had before stands there all the same, and is sold. */
const heldUp: Listing["state"][] = ["not_ready", "refused", "failed"];

/** What takes effect at once when it changes, and how what is held back says that it waits for it: by a field, or by its code alone. */
const waitedFor = {
  goods: { fields: ["price", "stock", "option_stock"], codes: [] },
  store: {
    fields: ["return_fee", "exchange_fee", "mail_order_number"],
    codes: ["store.return_terms_missing", "return_fee.too_high"],
  },
} satisfies Record<string, { fields: string[]; codes: IssueCode[] }>;
type Changed = keyof typeof waitedFor;

/**
 * Something about these products changed that their malls should have. Each mall is sent only what differs from what it was sent
 * last, by a job of this transaction; what is on its way is compared when it stands. What waited for that, and for nothing but the stock,
 * the price, the store's fees or its mail-order number, is sent.
 */
export async function updateListings(
  transaction: Transaction,
  productIds: readonly string[],
  { changed: what = "goods", priority = urgency.person }: { changed?: Changed; priority?: number } = {},
): Promise<void> {
  if (productIds.length === 0) return;
  const ofProducts = { productId: { in: [...productIds] }, wanted: "live" as const };
  const changed = await transaction.listing.updateManyAndReturn({
    where: {
      ...ofProducts,
      OR: [{ state: { in: underWay } }, { state: { in: heldUp }, remoteId: { not: null } }],
    },
    data: { outdated: true, wantedAt: new Date() },
    select: { id: true, channelKey: true, state: true },
  });
  const standing = changed.filter(({ state }) => state === "live" || heldUp.includes(state));
  await addJobs(
    transaction,
    "update-listing",
    standing.map((listing) => ({ payload: { listingId: listing.id }, ...updateJob(listing), priority })),
  );
  await sendWhatWaitedFor(transaction, ofProducts, what);
}

/** The same where something about their store changed, behind what somebody waits for. Gives the products that malls are to have. */
export async function updateListingsOfStore(transaction: Transaction, storeId: string): Promise<string[]> {
  const products = await transaction.product.findMany({
    where: { storeId, listings: { some: { wanted: "live" } } },
    select: { id: true },
  });
  const ids = products.map(({ id }) => id);
  await updateListings(transaction, ids, { changed: "store", priority: urgency.bulk });
  return ids;
}

/** If it is still not enough, the next check says so. */
async function sendWhatWaitedFor(
  transaction: Transaction,
  ofProducts: { productId: { in: string[] }; wanted: "live" },
  changed: Changed,
): Promise<void> {
  const held = await transaction.listing.findMany({ where: { ...ofProducts, state: "not_ready" } });
  const ready = held.filter(({ issues }) => waitsFor(changed, fromStored(issues)));
  for (const { id } of ready) await moveListing(transaction, id, "waiting", { issues: toStored([]) });
  await addJobs(
    transaction,
    "publish-listing",
    ready.map((listing) => ({ payload: { listingId: listing.id }, ...listingJob(listing) })),
  );
}

/** Waiting for something else besides, its merchant would be told of the same once more. */
function waitsFor(changed: Changed, issues: readonly Issue[]): boolean {
  const errors = issues.filter(({ severity }) => severity === "error");
  return errors.some(concerns(changed)) && errors.every((one) => concerns("goods")(one) || concerns("store")(one));
}

function concerns(changed: Changed) {
  const { fields, codes }: { fields: string[]; codes: IssueCode[] } = waitedFor[changed];
  return ({ code, path }: Issue) => fields.includes(path.field ?? "") || codes.includes(code);
}
