import { z } from "zod";
import { type Database, inTransaction, Prisma, type Transaction } from "#app/services/database/database.ts";
import type { MallConnection } from "#app/services/database/generated/client.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import { type Seal, SealBroken } from "#app/services/secrets/seal.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import type { Issue } from "../issue/issue.ts";
import { fromStored, toStored } from "../issue/stored-issues.ts";
import { done, type Outcome, refused } from "../outcome.ts";

/** Values by the name of their variable; those that are absent are the environment's, or have a default. */
export type ConnectionValues = Record<string, string>;

export interface EnteredConnection {
  /** Counts the times it was entered. */
  version: number;
  values: ConnectionValues;
  /** The key that sealed it is not ours any more: it has to be entered again. */
  unreadable: boolean;
  enteredAt: Date | null;
  check: { askedAt: Date | null; at: Date | null; fault: Issue | null };
}

const sealedValues = z.record(z.string(), z.string());

/** What the office has entered for a mall, and what the last check of it met. */
export async function readConnection(
  database: Database | Transaction,
  seal: Seal,
  channelKey: string,
): Promise<EnteredConnection> {
  const row = await database.mallConnection.findUnique({ where: { channelKey } });
  return {
    version: row?.version ?? 0,
    ...openValues(row, seal, channelKey),
    enteredAt: row?.enteredAt ?? null,
    check: {
      askedAt: row?.checkAskedAt ?? null,
      at: row?.checkedAt ?? null,
      fault: row?.fault ? (fromStored(row.fault)[0] ?? null) : null,
    },
  };
}

interface EnterConnection {
  channelKey: string;
  /** What was typed; one that is left out stays as it is, an empty one is taken away. */
  typed: ConnectionValues;
  /** What is wrong with the values as they would then be. */
  problemsOf(values: ConnectionValues): Issue[];
}

/** Keeps the settings of a mall encrypted and has them tried; access tokens that the former ones bought end. */
export async function enterConnection(
  database: Database,
  seal: Seal,
  actor: Actor,
  { channelKey, typed, problemsOf }: EnterConnection,
): Promise<Outcome<{ changed: string[] }>> {
  return inTransaction(database, async (transaction) => {
    if (!(await lockConnection(transaction, channelKey))) return refused("channel.not_found");
    const { values: former, unreadable } = await readConnection(transaction, seal, channelKey);
    const values = Object.fromEntries(Object.entries({ ...former, ...typed }).filter(([, value]) => value !== ""));
    const issues = problemsOf(values);
    if (issues.length > 0) return { ok: false, issues };
    const names = new Set([...Object.keys(former), ...Object.keys(values)]);
    const changed = [...names].filter((name) => former[name] !== values[name]).sort();
    if (changed.length === 0 && !unreadable) return done({ changed });
    const isEmpty = Object.keys(values).length === 0;
    await transaction.mallConnection.update({
      where: { channelKey },
      data: {
        sealed: isEmpty ? null : seal.seal(JSON.stringify(values), purposeOf(channelKey)),
        enteredAt: isEmpty ? null : new Date(),
        enteredById: actor.kind === "person" ? actor.accountId : null,
        version: { increment: 1 },
      },
    });
    // The next call must get in by what was entered; what renews a token may be all that still lets us in, and stays.
    await transaction.mallToken.updateMany({ where: { channelKey }, data: { accessEndsAt: new Date() } });
    await recordAudit(transaction, actor, {
      action: "enter-connection",
      subject: { kind: "channel", id: channelKey },
      details: { changed },
    });
    await askForCheck(transaction, channelKey);
    return done({ changed });
  });
}

/** Has a worker try whether the mall lets us in. */
export async function requestConnectionCheck(database: Database, channelKey: string): Promise<Outcome<null>> {
  return inTransaction(database, async (transaction) => {
    if (!(await lockConnection(transaction, channelKey))) return refused("channel.not_found");
    await askForCheck(transaction, channelKey);
    return done(null);
  });
}

/** Since when an answer is waited for; a check says it again with what it met. */
export async function readCheckRequest(database: Database, channelKey: string): Promise<Date | null> {
  const row = await database.mallConnection.findUnique({ where: { channelKey }, select: { checkAskedAt: true } });
  return row?.checkAskedAt ?? null;
}

/**
 * What a check met; one that was asked for again meanwhile, perhaps with other keys, says nothing. A mall that lets us in gets
 * what waited for it.
 */
export async function recordConnectionCheck(
  database: Database,
  { channelKey, askedAt, fault }: { channelKey: string; askedAt: Date | null; fault: Issue | null },
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const { count } = await transaction.mallConnection.updateMany({
      where: { channelKey, checkAskedAt: askedAt },
      data: { checkedAt: new Date(), fault: fault ? toStored([fault]) : Prisma.DbNull },
    });
    if (count > 0 && !fault) await addJob(transaction, "resume-listings", {}, { key: "resume-listings" });
  });
}

function openValues(row: MallConnection | null, seal: Seal, channelKey: string) {
  if (!row?.sealed) return { values: {}, unreadable: false };
  try {
    return { values: sealedValues.parse(JSON.parse(seal.open(row.sealed, purposeOf(channelKey)))), unreadable: false };
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    return { values: {}, unreadable: true };
  }
}

/** Two people of the office enter one after the other. False: there is no such mall. */
async function lockConnection(transaction: Transaction, channelKey: string): Promise<boolean> {
  await transaction.$executeRaw`
    INSERT INTO "mall_connection" ("channel_key") SELECT "key" FROM "channel" WHERE "key" = ${channelKey}
    ON CONFLICT DO NOTHING`;
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM "mall_connection" WHERE "channel_key" = ${channelKey} FOR UPDATE`;
  return rows.length === 1;
}

async function askForCheck(transaction: Transaction, channelKey: string): Promise<void> {
  await transaction.mallConnection.update({ where: { channelKey }, data: { checkAskedAt: new Date() } });
  await addJob(
    transaction,
    "check-connection",
    { channelKey },
    { key: `check-connection:${channelKey}`, maximumAttempts: 3, priority: -10 },
  );
}

function purposeOf(channelKey: string): string {
  return `mall-connection/${channelKey}`;
}
