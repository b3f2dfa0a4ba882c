import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import { recordAudit } from "../audit/record.ts";
import { comeBack } from "../closing/come-back.ts";
import { done, type Outcome } from "../outcome.ts";
import {
  type CodeDestination,
  codeDestination,
  type EntrySettings,
  findCodeAccount,
  mayJoin,
  readDestination,
} from "./entry.ts";
import { destinationHashOf, tryCode } from "./issue-code.ts";
import { type OpenedSession, openSession } from "./open-session.ts";
import { formatPhone } from "./phone.ts";

export const confirmLoginCodeInput = codeDestination.extend({
  code: z.string(),
  /** A phone the whole shop uses: the session ends the same day. */
  shared: z.boolean().default(false),
});

/** Logs in with the newest code sent to a destination; who joins becomes a merchant, or by e-mail a creator. Every call costs one of its three tries. */
export async function confirmLoginCode(
  database: Database,
  input: z.input<typeof confirmLoginCodeInput>,
  settings: EntrySettings,
): Promise<Outcome<OpenedSession>> {
  const { by, destination, joining, code, shared } = confirmLoginCodeInput.parse(input);
  const read = readDestination({ by, destination });
  if ("issues" in read) return { ok: false, issues: read.issues };
  const { secret, now = new Date() } = settings;
  const destinationHash = destinationHashOf({ secret }, read.value);

  return inTransaction(database, async (transaction) => {
    const account = await findCodeAccount(transaction, by, read.value, settings);
    const joins = await mayJoin(transaction, { by, joining }, read.value);
    const mayUse = account !== null || joins;
    const tried = await tryCode(transaction, { destinationHash, code, mayUse }, { secret, now });
    if (!tried.ok) return tried;
    const entering = account ?? (await join(transaction, by, read.value, now));
    return done(await openSession(transaction, { account: entering, shared, now }));
  });
}

/** Somebody called by their number or address until they say who they are; or a merchant who left and comes back. */
async function join(transaction: Transaction, by: CodeDestination["by"], value: string, now: Date) {
  const known = by === "phone" && (await transaction.account.findUnique({ where: { phone: value } }));
  if (known) return comeBack(transaction, known);
  const account = await transaction.account.create({
    data:
      by === "phone"
        ? { role: "merchant", name: formatPhone(value), phone: value, createdAt: now }
        : { role: "creator", name: value, email: value, createdAt: now },
  });
  const actor = { kind: "person", accountId: account.id, role: account.role } as const;
  await recordAudit(transaction, actor, { action: "join", subject: { kind: "account", id: account.id } });
  return account;
}
