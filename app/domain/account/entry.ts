import { z } from "zod";
import type { Database, Transaction } from "#app/services/database/database.ts";
import type { Account } from "#app/services/database/generated/client.ts";
import { type Issue, issue } from "../issue/issue.ts";
import { parseEmail } from "./email.ts";
import { isMobile, parsePhone } from "./phone.ts";

/** What every way in needs to know of the place it runs in. */
export interface EntrySettings {
  /** Key of the hashes of codes, destinations and addresses. */
  secret: string;
  /** False in production: accounts of the demonstration season stay outside by every way in. */
  allowDemonstration: boolean;
  now?: Date;
}

/** Merchants log in by phone, creators by e-mail; `destination` is what they typed. */
export const codeDestination = z.object({
  by: z.enum(["phone", "email"]),
  destination: z.string(),
  /** Somebody new is welcome: a phone that nobody has yet may become a merchant's, an e-mail address a creator's. */
  joining: z.boolean().default(false),
});
export type CodeDestination = z.infer<typeof codeDestination>;

export function readDestination({
  by,
  destination,
}: Pick<CodeDestination, "by" | "destination">): { value: string } | { issues: Issue[] } {
  if (by === "email") {
    const email = parseEmail(destination);
    return email ? { value: email } : { issues: [issue("login.email_unreadable", { field: "destination" })] };
  }
  const phone = parsePhone(destination);
  return phone && isMobile(phone)
    ? { value: phone }
    : { issues: [issue("login.phone_unreadable", { field: "destination" })] };
}

/** The active account that this destination lets in by code. */
export async function findCodeAccount(
  database: Database | Transaction,
  by: CodeDestination["by"],
  value: string,
  settings: EntrySettings,
): Promise<Account | null> {
  const account = await database.account.findUnique({ where: by === "phone" ? { phone: value } : { email: value } });
  return account && account.role === (by === "phone" ? "merchant" : "creator") && mayEnter(account, settings)
    ? account
    : null;
}

/** Whether proving a code makes a merchant or a creator of somebody new, or brings back a merchant who left by themselves. */
export async function mayJoin(
  database: Database | Transaction,
  { by, joining }: Pick<CodeDestination, "by" | "joining">,
  value: string,
): Promise<boolean> {
  if (!joining) return false;
  const known = await database.account.findUnique({ where: by === "phone" ? { phone: value } : { email: value } });
  return known === null || (by === "phone" && hasLeft(known));
}

/** A merchant whose account ended because they asked; not one whom the office ended. */
export function hasLeft({ role, state, closingAt }: Pick<Account, "role" | "state" | "closingAt">): boolean {
  return role === "merchant" && state === "ended" && closingAt !== null;
}

export function mayEnter(
  account: Pick<Account, "state" | "demonstration">,
  { allowDemonstration }: Pick<EntrySettings, "allowDemonstration">,
): boolean {
  return account.state === "active" && (allowDemonstration || !account.demonstration);
}
