import { setTimeout as pause } from "node:timers/promises";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import { insertRows } from "#app/services/database/insert-rows.ts";
import { lineHash } from "./line-hash.ts";

export interface Sealing {
  /** How many lines got their seal. */
  sealed: number;
  /** Transactions that still might commit a line among those to be sealed: nothing was sealed, the next run will. */
  waitingFor: number;
}

const chunkSize = 2_000;
const lookAgainMilliseconds = 50;

/**
 * Seals every line that has been committed so far, each season's in a chain of its own, in the order of their ids.
 *
 * Ids are drawn before lines are committed, so a line with a smaller id may still be on its way. Whoever writes lines holds a lock on
 * their table, taken before the id is drawn, until the transaction ends; so once all who hold one now are gone, no line can come
 * below the largest id of now. Nobody waits for us: writers neither take nor meet a lock of ours.
 */
export async function sealLines(database: Database, { patienceSeconds = 20 } = {}): Promise<Sealing> {
  const last = await database.auditLine.findFirst({ orderBy: { id: "desc" }, select: { id: true } });
  if (!last) return { sealed: 0, waitingFor: 0 };
  const waitingFor = await waitForWriters(database, patienceSeconds);
  if (waitingFor > 0) return { sealed: 0, waitingFor };
  let sealed = 0;
  for (;;) {
    const count = await inTransaction(database, (transaction) => sealChunk(transaction, last.id));
    sealed += count;
    if (count < chunkSize) return { sealed, waitingFor: 0 };
  }
}

/** Waits for those who write lines at this moment, not for those who come after; gives how many of them outlast our patience. */
async function waitForWriters(database: Database, patienceSeconds: number): Promise<number> {
  const until = Date.now() + patienceSeconds * 1000;
  let waitingFor = await listWriters(database);
  while (waitingFor.length > 0 && Date.now() < until) {
    await pause(lookAgainMilliseconds);
    const now = new Set(await listWriters(database));
    waitingFor = waitingFor.filter((writer) => now.has(writer));
  }
  return waitingFor.length;
}

async function listWriters(database: Database): Promise<string[]> {
  const writers = await database.$queryRaw<{ writer: string }[]>`
    SELECT virtualtransaction AS writer FROM pg_locks
    WHERE locktype = 'relation' AND relation = 'audit_line'::regclass AND mode = 'RowExclusiveLock' AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  return writers.map(({ writer }) => writer);
}

async function sealChunk(transaction: Transaction, upTo: bigint): Promise<number> {
  // One sealer at a time: two would both append to the same end of a chain.
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('seal-audit', 0))`;
  const { _max } = await transaction.auditSeal.aggregate({ _max: { lineId: true } });
  const lines = await transaction.auditLine.findMany({
    where: { id: { gt: _max.lineId ?? 0n, lte: upTo } },
    orderBy: { id: "asc" },
    take: chunkSize,
  });
  const ends = new Map<string | null, string>();
  const seals: { line_id: string; season_id: string | null; hash: string }[] = [];
  for (const line of lines) {
    const before = ends.get(line.seasonId) ?? (await endOfChain(transaction, line.seasonId));
    const hash = lineHash(before, line);
    ends.set(line.seasonId, hash);
    seals.push({ line_id: String(line.id), season_id: line.seasonId, hash });
  }
  await insertRows(transaction, "audit_seal", seals);
  return seals.length;
}

async function endOfChain(transaction: Transaction, seasonId: string | null): Promise<string> {
  const end = await transaction.auditSeal.findFirst({
    where: { seasonId },
    orderBy: { lineId: "desc" },
    select: { hash: true },
  });
  return end?.hash ?? "";
}
