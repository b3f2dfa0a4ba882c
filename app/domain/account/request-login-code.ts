import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { queueMessage } from "../outbox/queue-message.ts";
import { done, type Outcome } from "../outcome.ts";
import { codeDestination, type EntrySettings, findCodeAccount, mayJoin, readDestination } from "./entry.ts";
import { destinationHashOf, issueCode } from "./issue-code.ts";
import { keepOrTakeBack } from "./keep-or-take-back.ts";

export const requestLoginCodeInput = codeDestination.extend({
  /** Where the request came from. */
  address: z.string(),
  locale: z.enum(["ko", "en"]).default("ko"),
});

/**
 * Sends a six-digit code. Answers and works alike for strangers: their code and message are made as well, and the
 * message is taken back before it can be sent, unless they are joining.
 */
export async function requestLoginCode(
  database: Database,
  input: z.input<typeof requestLoginCodeInput>,
  settings: EntrySettings,
): Promise<Outcome<{ expiresAt: Date }>> {
  const { by, destination, joining, address, locale } = requestLoginCodeInput.parse(input);
  const read = readDestination({ by, destination });
  if ("issues" in read) return { ok: false, issues: read.issues };
  const { secret, now = new Date() } = settings;
  const destinationHash = destinationHashOf({ secret }, read.value);
  return inTransaction(database, async (transaction) => {
    const issued = await issueCode(transaction, { destinationHash, address }, { secret, now });
    if (!issued.ok) return issued;
    const { id, code, expiresAt } = issued.result;
    const account = await findCodeAccount(transaction, by, read.value, settings);
    const joins = await mayJoin(transaction, { by, joining }, read.value);
    await keepOrTakeBack(transaction, { keep: account !== null || joins }, async () => {
      await queueMessage(transaction, {
        medium: by === "phone" ? "kakao" : "email",
        recipient: read.value,
        template: "login_code",
        params: { code, expiresAt: expiresAt.toISOString() },
        locale,
        dedupeKey: `login_code:${id}`,
      });
    });
    return done({ expiresAt });
  });
}
