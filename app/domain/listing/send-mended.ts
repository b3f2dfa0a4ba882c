import type { Transaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import type { IssueCode } from "../issue/codes.ts";
import type { Issue } from "../issue/issue.ts";
import { fromStored } from "../issue/stored-issues.ts";
import { urgency } from "./listing-job.ts";
import { startAgain } from "./retry-listing.ts";
import { mayRetryOwn } from "./retry-own-listing.ts";
import { findLatestVersion } from "./send-correction.ts";

/** What takes effect at once when its merchant changes it; all else is looked at by the office first. */
export type MendedPart = "price" | "stock" | "fees";

/** A refusal names the field of the sheet, or says by its code alone what it is about. */
const concerns: Record<MendedPart, { fields: readonly string[]; codes: readonly IssueCode[] }> = {
  price: { fields: ["price"], codes: ["mall.price_refused"] },
  stock: { fields: ["stock", "option_stock"], codes: [] },
  fees: { fields: ["return_fee", "exchange_fee"], codes: ["mall.return_fee_refused"] },
};

/**
 * What malls refused for nothing but what has just been changed is sent to them again. Each change by a person starts it once, so that a
 * mall that says no again is not asked without end; what waits for the office goes on waiting.
 */
export async function sendMended(
  transaction: Transaction,
  actor: Actor,
  changed: ReadonlyMap<string, readonly MendedPart[]>,
): Promise<void> {
  const refused = await transaction.listing.findMany({
    where: { productId: { in: [...changed.keys()] }, wanted: "live", state: "refused" },
    orderBy: { id: "asc" },
    select: { id: true, productId: true },
  });
  const priority = changed.size === 1 ? urgency.person : urgency.bulk;
  for (const { id, productId } of refused) {
    const parts = changed.get(productId) ?? [];
    await startAgain(transaction, actor, id, {
      priority,
      may: async (listing) =>
        areMended(fromStored(listing.issues), parts) &&
        mayRetryOwn(listing, await findLatestVersion(transaction, productId)),
    });
  }
}

/** Pure. Whether these parts are all that a refusal is about; one without a reason is about anything. */
export function areMended(issues: readonly Issue[], parts: readonly MendedPart[]): boolean {
  const errors = issues.filter(({ severity }) => severity === "error");
  const isMended = ({ code, path: { field } }: Issue) =>
    parts.some(
      (part) =>
        (field !== undefined && concerns[part].fields.includes(field)) ||
        (field === undefined && concerns[part].codes.includes(code)),
    );
  return errors.length > 0 && errors.every(isMended);
}
