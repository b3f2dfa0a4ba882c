import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { parseEmail } from "./email.ts";
import { type EntrySettings, mayEnter } from "./entry.ts";
import { countTry, forgetTries } from "./login-tries.ts";
import { type OpenedSession, openSession } from "./open-session.ts";
import { verifyPassword } from "./password.ts";
import { isStaff } from "./staff.ts";

export const logInWithPasswordInput = z.object({ email: z.string(), password: z.string(), address: z.string() });

/** Staff log in by e-mail and password; unknown, ended and wrong are one answer and take one time. */
export async function logInWithPassword(
  database: Database,
  input: z.infer<typeof logInWithPasswordInput>,
  settings: EntrySettings,
): Promise<Outcome<OpenedSession>> {
  const email = parseEmail(input.email);
  if (!email) return refused("login.email_unreadable", { field: "email" });
  const { secret, now = new Date() } = settings;
  const tries = { kind: "password", destination: email, address: input.address, secret, now } as const;
  if (!(await inTransaction(database, (transaction) => countTry(transaction, tries)))) {
    return refused("login.too_many_passwords");
  }
  const account = await database.account.findUnique({ where: { email } });
  const staff = account && isStaff(account.role) && mayEnter(account, settings) ? account : null;
  const passwordHash = staff?.passwordHash ?? null;
  const matches = await verifyPassword(passwordHash, input.password);
  if (!staff || !matches) return refused("login.refused");

  return inTransaction(database, async (transaction) => {
    await transaction.$queryRaw`SELECT 1 FROM "account" WHERE "id" = ${staff.id}::uuid FOR SHARE`;
    const current = await transaction.account.findUnique({ where: { id: staff.id, passwordHash, role: staff.role } });
    if (!current || !mayEnter(current, settings)) return refused("login.refused");
    await forgetTries(transaction, tries);
    return done(await openSession(transaction, { account: current, now }));
  });
}
