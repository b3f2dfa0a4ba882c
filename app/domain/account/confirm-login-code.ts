import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { codeDestination, type EntrySettings, findCodeAccount, readDestination } from "./entry.ts";
import { type OpenedSession, openSession } from "./open-session.ts";
import { keyedHash, sameHash } from "./secrets.ts";

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
  const typed = code.normalize("NFKC").replace(/[\s-]/g, "");
  if (!/^\d{6}$/.test(typed)) return refused("login.code_unreadable", { field: "code" });
  const { secret, now = new Date() } = settings;
  const destinationHash = keyedHash(secret, "destination", read.value);

  return inTransaction(database, async (transaction) => {
    const tried = await takeTry(transaction, destinationHash, now);
    const account = await findCodeAccount(transaction, by, read.value, settings);
    if (!tried) return refused(await whyNoTry(transaction, destinationHash, now), { field: "code" });
    const right = sameHash(tried.codeHash, keyedHash(secret, "code", destinationHash, typed));
    if (!right || !account) {
      if (tried.triesLeft === 0) return refused("login.too_many_tries", { field: "code" });
      return refused("login.code_wrong", { field: "code" }, { params: { left: tried.triesLeft } });
    }
    await transaction.loginCode.update({ where: { id: tried.id }, data: { usedAt: now } });
    return done(await openSession(transaction, { account, shared, now }));
  });
}

/** One statement, so that confirmations at the same moment take different tries; the row stays locked until the end. */
async function takeTry(transaction: Transaction, destinationHash: string, now: Date) {
  const [row] = await transaction.$queryRaw<{ id: string; codeHash: string; triesLeft: number }[]>`
    UPDATE "login_code" SET "tries_left" = "tries_left" - 1
    WHERE "id" = (SELECT "id" FROM "login_code" WHERE "destination_hash" = ${destinationHash}
                  ORDER BY "created_at" DESC LIMIT 1)
      AND "tries_left" > 0 AND "used_at" IS NULL AND "expires_at" > ${now}
    RETURNING "id", "code_hash" AS "codeHash", "tries_left" AS "triesLeft"`;
  return row;
}

async function whyNoTry(transaction: Transaction, destinationHash: string, now: Date) {
  const newest = await transaction.loginCode.findFirst({ where: { destinationHash }, orderBy: { createdAt: "desc" } });
  const spent = newest && newest.usedAt === null && newest.expiresAt > now;
  return spent ? "login.too_many_tries" : "login.code_expired";
}
