import { type Database, inTransaction } from "#app/services/database/database.ts";
import { recordAudit } from "../audit/record.ts";
import { program } from "./actor.ts";
import { createLink } from "./links.ts";
import { lockHashes } from "./lock-hashes.ts";

/** Stands for an address until the link is opened; `.invalid` can never be somebody's. */
const nobody = "first-office@baekseon.invalid";

/**
 * The link by which the first person of the office makes their account, while nobody of the office can log in; null
 * afterwards. A newer link ends the earlier one, so a lost print-out costs nothing.
 */
export async function createFirstOfficeLink(
  database: Database,
  publicUrl: string,
  now = new Date(),
): Promise<string | null> {
  return inTransaction(database, async (transaction) => {
    await lockHashes(transaction, "first-office");
    const office = await transaction.account.count({
      where: { role: "office", state: "active", passwordHash: { not: null }, demonstration: false },
    });
    if (office > 0) return null;
    const account = await transaction.account.upsert({
      where: { email: nobody },
      create: { role: "office", name: "", email: nobody },
      update: {},
    });
    await recordAudit(transaction, program, {
      action: "create-first-office-link",
      subject: { kind: "account", id: account.id },
    });
    const link = await createLink(transaction, { accountId: account.id, purpose: "first_office", publicUrl, now });
    return link.address;
  });
}
