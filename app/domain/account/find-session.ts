import type { Database } from "#app/services/database/database.ts";
import type { Account } from "#app/services/database/generated/client.ts";
import type { Role } from "./actor.ts";
import { type EntrySettings, mayEnter } from "./entry.ts";
import { hashToken } from "./secrets.ts";

export interface SessionAccount {
  id: string;
  role: Role;
  name: string;
  /** The store a merchant belongs to. */
  storeId: string | null;
  /** When a merchant asked to leave; their account ends when everything of theirs is down. */
  closingAt?: Date | null;
  /** Set while somebody else types: everything else here is then of the merchant they type for. */
  helper: Helper | null;
}

export interface Helper {
  id: string;
  name: string;
  role: Role;
  helpId: string;
}

const minute = 60_000;

const withStore = { include: { memberships: { orderBy: { createdAt: "asc" }, take: 1 } } } as const;

/** Who a cookie's token stands for; null when its session is over, its account ended or not allowed here. */
export async function findSession(
  database: Database,
  token: string,
  { allowDemonstration, now = new Date() }: Omit<EntrySettings, "secret">,
): Promise<{ account: SessionAccount } | null> {
  const tokenHash = hashToken(token);
  const session = await database.session.findUnique({
    where: { tokenHash, expiresAt: { gt: now } },
    include: { account: withStore, help: { include: { merchant: withStore } } },
  });
  if (!session || !mayEnter(session.account, { allowDemonstration })) return null;
  const aMinuteAgo = new Date(now.getTime() - minute);
  if (session.lastSeenAt < aMinuteAgo) {
    await database.session.updateMany({
      where: { tokenHash, lastSeenAt: { lt: aMinuteAgo } },
      data: { lastSeenAt: now },
    });
  }
  const { account, help } = session;
  const helps = help !== null && help.endedAt === null && help.expiresAt > now;
  if (!helps || !mayEnter(help.merchant, { allowDemonstration })) return { account: { ...own(account), helper: null } };
  const helper = { id: account.id, name: account.name, role: account.role, helpId: help.id };
  return { account: { ...own(help.merchant), helper } };
}

function own({ id, role, name, closingAt, memberships }: Account & { memberships: { storeId: string }[] }) {
  return { id, role, name, storeId: memberships[0]?.storeId ?? null, ...(closingAt && { closingAt }) };
}
