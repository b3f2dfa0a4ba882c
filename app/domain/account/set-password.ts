import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { recordAudit } from "../audit/record.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import type { EntrySettings } from "./entry.ts";
import { findLink, useLink } from "./links.ts";
import { type OpenedSession, openSession } from "./open-session.ts";
import { checkPassword, hashPassword } from "./password.ts";
import { isStaff } from "./staff.ts";

export const setPasswordInput = z.object({ token: z.string(), password: z.string(), repeated: z.string() });

/** Sets a forgotten password by the mailed link, logs the person out everywhere and in here. */
export async function setPassword(
  database: Database,
  { token, password, repeated }: z.infer<typeof setPasswordInput>,
  settings: Omit<EntrySettings, "secret">,
): Promise<Outcome<OpenedSession>> {
  const { now = new Date() } = settings;
  const link = await findLink(database, token, settings);
  if (link?.purpose !== "password_reset" || !isStaff(link.account.role)) return refused("link.invalid");
  const issues = checkPassword(password, repeated);
  if (issues.length > 0) return { ok: false, issues };
  const passwordHash = await hashPassword(password);

  return inTransaction(database, async (transaction) => {
    if (!(await useLink(transaction, token, now))) return refused("link.invalid");
    const { id, role } = link.account;
    const { count } = await transaction.account.updateMany({
      where: { id, role, state: "active" },
      data: { passwordHash },
    });
    if (count === 0) return refused("link.invalid");
    await transaction.session.deleteMany({ where: { accountId: id } });
    await recordAudit(
      transaction,
      { kind: "person", accountId: id, role },
      { action: "set-password", subject: { kind: "account", id } },
    );
    return done(await openSession(transaction, { account: link.account, now }));
  });
}
