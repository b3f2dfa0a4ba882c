import type { Database, Transaction } from "#app/services/database/database.ts";
import type { Account } from "#app/services/database/generated/client.ts";
import type { LinkPurpose } from "#app/services/database/generated/enums.ts";
import { type EntrySettings, mayEnter } from "./entry.ts";
import { hashToken, newToken } from "./secrets.ts";

const hour = 60 * 60_000;
const lifetimes: Record<LinkPurpose, number> = {
  invitation: 7 * 24 * hour,
  first_office: 7 * 24 * hour,
  password_reset: hour,
};

export interface NewLink {
  /** The address to open; holds the token. */
  address: string;
  tokenHash: string;
  expiresAt: Date;
}

/** Makes a link that works once; earlier ones for the same purpose stop working. */
export async function createLink(
  transaction: Transaction,
  { accountId, purpose, publicUrl, now }: { accountId: string; purpose: LinkPurpose; publicUrl: string; now: Date },
): Promise<NewLink> {
  const token = newToken();
  const tokenHash = hashToken(token);
  const expiresAt = new Date(now.getTime() + lifetimes[purpose]);
  await transaction.oneTimeLink.deleteMany({ where: { accountId, purpose, usedAt: null } });
  await transaction.oneTimeLink.create({ data: { tokenHash, purpose, accountId, createdAt: now, expiresAt } });
  return { address: new URL(`/link/${token}`, publicUrl).href, tokenHash, expiresAt };
}

export interface OpenLink {
  purpose: LinkPurpose;
  account: Account;
}

/** What an unused link is for; looking does not use it. */
export async function findLink(
  database: Database | Transaction,
  token: string,
  { allowDemonstration, now = new Date() }: Omit<EntrySettings, "secret">,
): Promise<OpenLink | null> {
  const link = await database.oneTimeLink.findUnique({
    where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: now } },
    include: { account: true },
  });
  if (!link || !mayEnter(link.account, { allowDemonstration })) return null;
  return { purpose: link.purpose, account: link.account };
}

/** Uses a link up; false for all but one of those who try at the same moment. */
export async function useLink(transaction: Transaction, token: string, now: Date): Promise<boolean> {
  const { count } = await transaction.oneTimeLink.updateMany({
    where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}
