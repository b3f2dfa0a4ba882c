import type { Database } from "#app/services/database/database.ts";
import type { Role } from "./actor.ts";
import { type EntrySettings, mayEnter } from "./entry.ts";
import { hashToken } from "./secrets.ts";

export interface SessionAccount {
  id: string;
  role: Role;
  name: string;
  /** The store a merchant belongs to. */
  storeId: string | null;
}

const minute = 60_000;

/** Who a cookie's token stands for; null when its session is over, its account ended or not allowed here. */
export async function findSession(
  database: Database,
  token: string,
  { allowDemonstration, now = new Date() }: Omit<EntrySettings, "secret">,
): Promise<{ account: SessionAccount } | null> {
  const tokenHash = hashToken(token);
  const session = await database.session.findUnique({
    where: { tokenHash, expiresAt: { gt: now } },
    include: { account: { include: { memberships: { orderBy: { createdAt: "asc" }, take: 1 } } } },
  });
  if (!session || !mayEnter(session.account, { allowDemonstration })) return null;
  const aMinuteAgo = new Date(now.getTime() - minute);
  if (session.lastSeenAt < aMinuteAgo) {
    await database.session.updateMany({
      where: { tokenHash, lastSeenAt: { lt: aMinuteAgo } },
      data: { lastSeenAt: now },
    });
  }
  const { id, role, name, memberships } = session.account;
  return { account: { id, role, name, storeId: memberships[0]?.storeId ?? null } };
}
