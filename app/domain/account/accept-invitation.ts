import { z } from "zod";
import { type Database, inTransaction, isUniqueViolation } from "#app/services/database/database.ts";
import { recordAudit } from "../audit/record.ts";
import { type Issue, issue } from "../issue/issue.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { parseEmail } from "./email.ts";
import type { EntrySettings } from "./entry.ts";
import { findLink, useLink } from "./links.ts";
import { type OpenedSession, openSession } from "./open-session.ts";
import { checkPassword, hashPassword } from "./password.ts";
import { isStaff } from "./staff.ts";

export const acceptInvitationInput = z.object({
  token: z.string(),
  /** Staff only. */
  password: z.string().default(""),
  repeated: z.string().default(""),
  /** The first office account only: it is made without knowing who will open the link. */
  name: z.string().default(""),
  email: z.string().default(""),
});

/** Takes up an invitation: staff choose a password, the first of the office also says who they are; logs them in. */
export async function acceptInvitation(
  database: Database,
  input: z.input<typeof acceptInvitationInput>,
  settings: Omit<EntrySettings, "secret">,
): Promise<Outcome<OpenedSession>> {
  const { token, password, repeated, name, email } = acceptInvitationInput.parse(input);
  const { now = new Date() } = settings;
  const link = await findLink(database, token, settings);
  if (!link || link.purpose === "password_reset") return refused("link.invalid");
  const { id, role } = link.account;
  const who = link.purpose === "first_office" ? readPerson(name, email) : { data: {}, issues: [] };
  const issues = [...who.issues, ...(isStaff(role) ? checkPassword(password, repeated) : [])];
  if (issues.length > 0) return { ok: false, issues };
  const data = isStaff(role) ? { ...who.data, passwordHash: await hashPassword(password) } : who.data;

  try {
    return await inTransaction(database, async (transaction) => {
      if (!(await useLink(transaction, token, now))) return refused("link.invalid");
      const { count } = await transaction.account.updateMany({ where: { id, role, state: "active" }, data });
      if (count === 0) return refused("link.invalid");
      await transaction.session.deleteMany({ where: { accountId: id } });
      await recordAudit(
        transaction,
        { kind: "person", accountId: id, role },
        { action: "accept-invitation", subject: { kind: "account", id } },
      );
      return done(await openSession(transaction, { account: { id, role }, now }));
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refused("account.already_exists", { field: "email" });
    throw error;
  }
}

function readPerson(
  typedName: string,
  typedEmail: string,
): { data: { name?: string; email?: string }; issues: Issue[] } {
  const name = typedName.normalize("NFC").trim();
  const email = parseEmail(typedEmail);
  const issues: Issue[] = [];
  if (!name) issues.push(issue("form.missing", { field: "person_name" }));
  if (!email) issues.push(issue("login.email_unreadable", { field: "email" }));
  return { data: email ? { name, email } : {}, issues };
}
