import { z } from "zod";
import { type Database, inTransaction, isUniqueViolation, type Transaction } from "#app/services/database/database.ts";
import type { Account } from "#app/services/database/generated/client.ts";
import { recordAudit } from "../audit/record.ts";
import { type Issue, issue } from "../issue/issue.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { type Actor, type Role, roles } from "./actor.ts";
import { parseEmail } from "./email.ts";
import { refuseUnlessOffice } from "./office-only.ts";
import { isMobile, parsePhone } from "./phone.ts";
import { type InvitationSettings, sendInvitation } from "./send-invitation.ts";
import { isStaff } from "./staff.ts";

export const invitePersonInput = z.object({
  role: z.enum(roles),
  name: z.string(),
  /** Merchants are reached by phone, everybody else by e-mail; the other one may be given too. */
  phone: z.string().default(""),
  email: z.string().default(""),
  /** Merchants: the store they belong to. */
  businessNumber: z.string().default(""),
  locale: z.enum(["ko", "en"]).default("ko"),
});

interface Person {
  role: Role;
  name: string;
  phone: string | null;
  email: string | null;
}

/**
 * Makes an account and sends its one-time link. Somebody whose account ended is brought back; staff who have not taken up
 * their invitation yet get a new link.
 */
export async function invitePerson(
  database: Database,
  actor: Actor,
  input: z.input<typeof invitePersonInput>,
  settings: InvitationSettings,
): Promise<Outcome<{ accountId: string }>> {
  const notAllowed = refuseUnlessOffice(actor);
  if (notAllowed) return notAllowed;
  const { businessNumber, locale, ...typed } = invitePersonInput.parse(input);
  const { person, issues } = readPerson(typed);
  if (issues.length > 0) return { ok: false, issues };

  try {
    return await inTransaction(database, async (transaction) => {
      const account = await makeOrRevive(transaction, person);
      if (!account) return refused("account.already_exists", { field: person.role === "merchant" ? "phone" : "email" });
      if (businessNumber.trim() && !(await joinStore(transaction, account, businessNumber))) {
        throw new StoreNotFound();
      }
      await sendInvitation(transaction, account, { ...settings, locale });
      await recordAudit(transaction, actor, {
        action: "invite-person",
        subject: { kind: "account", id: account.id },
        details: { role: account.role },
      });
      return done({ accountId: account.id });
    });
  } catch (error) {
    if (error instanceof StoreNotFound) return refused("account.store_not_found", { field: "businessNumber" });
    if (isUniqueViolation(error)) return refused("account.already_exists");
    throw error;
  }
}

/** Thrown to roll the new account back. */
class StoreNotFound extends Error {}

function readPerson(typed: { role: Role; name: string; phone: string; email: string }): {
  person: Person;
  issues: Issue[];
} {
  const name = typed.name.normalize("NFC").trim();
  const phone = parsePhone(typed.phone);
  const email = parseEmail(typed.email);
  const issues: Issue[] = [];
  if (!name) issues.push(issue("form.missing", { field: "person_name" }));
  if ((typed.role === "merchant" || typed.phone.trim()) && !(phone && isMobile(phone))) {
    issues.push(issue("login.phone_unreadable", { field: "phone" }));
  }
  if ((typed.role !== "merchant" || typed.email.trim()) && !email) {
    issues.push(issue("login.email_unreadable", { field: "email" }));
  }
  return { person: { role: typed.role, name, phone, email }, issues };
}

async function makeOrRevive(transaction: Transaction, person: Person): Promise<Account | null> {
  const reach = [
    ...(person.phone ? [{ phone: person.phone }] : []),
    ...(person.email ? [{ email: person.email }] : []),
  ];
  const existing = await transaction.account.findMany({ where: { OR: reach } });
  const [first, second] = existing;
  if (!first) return transaction.account.create({ data: person });
  const notTakenUp = isStaff(first.role) && first.role === person.role && first.passwordHash === null;
  if (second || first.demonstration || (first.state === "active" && !notTakenUp)) return null;
  return transaction.account.update({
    where: { id: first.id },
    data: { ...person, state: "active", endedAt: null, closingAt: null, eraseAfter: null, passwordHash: null },
  });
}

async function joinStore(transaction: Transaction, account: Account, businessNumber: string): Promise<boolean> {
  const digits = businessNumber.normalize("NFKC").replace(/\D/g, "");
  const store = await transaction.store.findUnique({ where: { businessNumber: digits } });
  if (!store || account.role !== "merchant") return false;
  const key = { storeId: store.id, accountId: account.id };
  await transaction.storeMember.upsert({ where: { storeId_accountId: key }, create: key, update: {} });
  return true;
}
