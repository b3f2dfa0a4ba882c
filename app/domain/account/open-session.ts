import type { Transaction } from "#app/services/database/database.ts";
import type { Role } from "./actor.ts";
import { hashToken, newToken } from "./secrets.ts";

const hour = 60 * 60_000;

/** How long a log-in lasts: a merchant's own phone a month, a desk of the office one working day. */
const lifetimes: Record<Role, number> = {
  merchant: 30 * 24 * hour,
  creator: 30 * 24 * hour,
  curator: 12 * hour,
  office: 12 * hour,
};
const sharedLifetime = 12 * hour;

export interface OpenedSession {
  /** Goes into the cookie and nowhere else. */
  token: string;
  expiresAt: Date;
  account: { id: string; role: Role };
}

/** For a person who has just proved who they are. */
export async function openSession(
  transaction: Transaction,
  { account, shared = false, now }: { account: { id: string; role: Role }; shared?: boolean; now: Date },
): Promise<OpenedSession> {
  const token = newToken();
  const lifetime = Math.min(lifetimes[account.role], shared ? sharedLifetime : Number.POSITIVE_INFINITY);
  const expiresAt = new Date(now.getTime() + lifetime);
  await transaction.session.create({
    data: { tokenHash: hashToken(token), accountId: account.id, createdAt: now, lastSeenAt: now, expiresAt },
  });
  return { token, expiresAt, account: { id: account.id, role: account.role } };
}
