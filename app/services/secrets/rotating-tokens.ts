import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { type Database, inTransaction, type Transaction } from "../database/database.ts";
import type { Seal } from "./seal.ts";

/** What lets us into an account for hours, and what buys the next such token once. */
export interface Token {
  accessToken: string;
  accessEndsAt: Date;
  refreshToken: string;
  refreshEndsAt: Date;
}

export interface TokenHolder {
  /** A mall's key. */
  channel: string;
  /** The mall's own name of the account or shop. */
  account: string;
}

/** Tokens which their mall replaces at every renewal, shared by all processes. */
export interface RotatingTokens {
  /** Null: none yet. */
  read(holder: TokenHolder): Promise<Token | null>;
  /**
   * One renewal at a time, whichever process asks: `renew` gets what is stored by then, and what it returns is stored before
   * the next one looks. When it throws nothing is changed. It may take 30 seconds.
   */
  renew(holder: TokenHolder, renew: (stored: Token | null) => Promise<Token>): Promise<Token>;
}

const sealedToken = z.object({ accessToken: z.string(), refreshToken: z.string() });

/** Milliseconds. */
const [storeAgain, storeFor] = [250, 300_000];
const patience = { maxWait: 30_000, timeout: 60_000 };

export function storedTokens(database: Database, seal: Seal): RotatingTokens {
  async function read(from: Transaction, holder: TokenHolder): Promise<Token | null> {
    const row = await from.mallToken.findUnique({ where: { channelKey_account: keysOf(holder) } });
    if (!row || row.sealed === unfilled) return null;
    const { accessEndsAt, refreshEndsAt } = row;
    return { ...sealedToken.parse(JSON.parse(seal.open(row.sealed, purposeOf(holder)))), accessEndsAt, refreshEndsAt };
  }

  return {
    read: (holder) => read(database, holder),
    // Never repeated, as other transactions are: a refresh token is spent by the first attempt.
    renew: (holder, renew) => underWay(renewOnce(holder, renew)),
  };

  async function renewOnce(holder: TokenHolder, renew: (stored: Token | null) => Promise<Token>): Promise<Token> {
    let given: Token | undefined;
    try {
      return await database.$transaction(async (transaction) => {
        await lock(transaction, holder);
        given = await renew(await read(transaction, holder));
        await store(transaction, holder, given);
        return given;
      }, patience);
    } catch (error) {
      if (!given) throw error;
      await storeWhenever(holder, given);
      return given;
    }
  }

  /** The database was lost after the mall had answered: no other token is taken there any more, so this one waits for it to be back. */
  async function storeWhenever(holder: TokenHolder, token: Token): Promise<void> {
    for (const until = Date.now() + storeFor; ; await pause(storeAgain)) {
      try {
        await inTransaction(database, async (transaction) => {
          await lock(transaction, holder);
          const stored = await read(transaction, holder);
          // It was stored after all, and others have renewed it since.
          if (stored && stored.accessEndsAt > token.accessEndsAt) return;
          await store(transaction, holder, token);
        });
        return;
      } catch (error) {
        if (Date.now() > until) throw error;
      }
    }
  }

  async function store(transaction: Transaction, holder: TokenHolder, token: Token): Promise<void> {
    const { accessToken, refreshToken, accessEndsAt, refreshEndsAt } = token;
    const sealed = seal.seal(JSON.stringify({ accessToken, refreshToken }), purposeOf(holder));
    await transaction.mallToken.update({
      where: { channelKey_account: keysOf(holder) },
      data: { sealed, accessEndsAt, refreshEndsAt, renewedAt: new Date() },
    });
  }
}

const renewals = new Set<Promise<unknown>>();

function underWay<T>(renewal: Promise<T>): Promise<T> {
  const settled = renewal.catch(() => undefined).finally(() => renewals.delete(settled));
  renewals.add(settled);
  return renewal;
}

/** Resolves when what malls have given to this process stands in the database: until then it does not end by itself. */
export async function renewalsSettled(): Promise<void> {
  while (renewals.size > 0) await Promise.all(renewals);
}

/** Stands in a row that its first renewal is about to fill; no other transaction ever sees it. */
const unfilled = "v1.";

async function lock(transaction: Transaction, { channel, account }: TokenHolder): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO "mall_token" ("channel_key", "account", "sealed", "access_ends_at", "refresh_ends_at")
    VALUES (${channel}, ${account}, ${unfilled}, now(), now()) ON CONFLICT DO NOTHING`;
  await transaction.$queryRaw`
    SELECT 1 FROM "mall_token" WHERE "channel_key" = ${channel} AND "account" = ${account} FOR UPDATE`;
}

function keysOf({ channel, account }: TokenHolder) {
  return { channelKey: channel, account };
}

function purposeOf({ channel, account }: TokenHolder): string {
  return `mall-token/${channel}/${account}`;
}
