import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { done, type Outcome } from "../outcome.ts";
import { codeDestination, type EntrySettings, findCodeAccount, readDestination } from "./entry.ts";
import { destinationHashOf, tryCode } from "./issue-code.ts";
import { type OpenedSession, openSession } from "./open-session.ts";

export const confirmLoginCodeInput = codeDestination.extend({
  code: z.string(),
  /** A phone the whole shop uses: the session ends the same day. */
  shared: z.boolean().default(false),
});

/** Logs in with the newest code sent to a destination. Every call costs one of its three tries. */
export async function confirmLoginCode(
  database: Database,
  input: z.input<typeof confirmLoginCodeInput>,
  settings: EntrySettings,
): Promise<Outcome<OpenedSession>> {
  const { by, destination, code, shared } = confirmLoginCodeInput.parse(input);
  const read = readDestination({ by, destination });
  if ("issues" in read) return { ok: false, issues: read.issues };
  const { secret, now = new Date() } = settings;
  const destinationHash = destinationHashOf({ secret }, read.value);

  return inTransaction(database, async (transaction) => {
    const account = await findCodeAccount(transaction, by, read.value, settings);
    const tried = await tryCode(transaction, { destinationHash, code, mayUse: account !== null }, { secret, now });
    if (!tried.ok) return tried;
    if (!account) throw new Error("A code was used up by nobody");
    return done(await openSession(transaction, { account, shared, now }));
  });
}
