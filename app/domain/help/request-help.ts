import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { type EntrySettings, findCodeAccount, readDestination } from "../account/entry.ts";
import { destinationHashOf, issueCode } from "../account/issue-code.ts";
import { keepOrTakeBack } from "../account/keep-or-take-back.ts";
import { queueMessage } from "../outbox/queue-message.ts";
import { done, type Outcome, refused } from "../outcome.ts";

export const requestHelpInput = z.object({
  helperId: z.uuid(),
  /** The merchant's, as typed. */
  phone: z.string().max(100),
  /** Where the request came from. */
  address: z.string(),
  locale: z.enum(["ko", "en"]),
});

/**
 * Sends a code to the merchant whom somebody wants to help; reading it out is the merchant's yes. Answers alike for numbers that
 * are nobody's.
 */
export async function requestHelp(
  database: Database,
  { helperId, phone, address, locale }: z.infer<typeof requestHelpInput>,
  settings: EntrySettings,
): Promise<Outcome<null>> {
  const read = readDestination({ by: "phone", destination: phone });
  if ("issues" in read) return { ok: false, issues: read.issues };
  const { secret, now = new Date() } = settings;
  const destinationHash = helpDestination(settings, helperId, read.value);
  return inTransaction(database, async (transaction) => {
    const helper = await transaction.account.findUniqueOrThrow({ where: { id: helperId } });
    if (helper.phone === read.value) return refused("help.of_oneself", { field: "destination" });
    const issued = await issueCode(transaction, { destinationHash, address }, { secret, now });
    if (!issued.ok) return issued;
    const { id, code, expiresAt } = issued.result;
    const merchant = await findCodeAccount(transaction, "phone", read.value, settings);
    await keepOrTakeBack(transaction, { keep: merchant !== null }, async () => {
      await queueMessage(transaction, {
        medium: "kakao",
        recipient: read.value,
        template: "help_code",
        params: { helper: helper.name, code, expiresAt: expiresAt.toISOString() },
        locale,
        dedupeKey: `help_code:${id}`,
      });
    });
    return done(null);
  });
}

/** A code for helping is of this helper and this merchant, and never lets anybody log in. */
export function helpDestination(settings: Pick<EntrySettings, "secret">, helperId: string, phone: string): string {
  return destinationHashOf(settings, "help", helperId, phone);
}
