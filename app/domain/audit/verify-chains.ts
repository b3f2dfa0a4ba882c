import { type Database, Prisma, type Transaction } from "#app/services/database/database.ts";
import { lineHash, type SealedLine } from "./line-hash.ts";

export const faults = ["changed", "missing", "added"] as const;

export interface Chain {
  /** The season's; null: of what belongs to no season. */
  year: number | null;
  /** Lines with a seal. */
  sealed: number;
  /** Lines that came after the last sealing. */
  waiting: number;
  /** Hash of the last sealed line; null before the first. Whoever has written it down can tell later that nothing before it was replaced. */
  head: string | null;
  /** The first line that is not what was sealed: another text or order, gone, or put in afterwards. */
  broken: { line: string; fault: (typeof faults)[number] } | null;
}

type Row = Omit<SealedLine, "id" | "at" | "action"> & {
  id: bigint;
  at: Date | null;
  action: string | null;
  hash: string | null;
};

const chunkSize = 5_000;
/** Below every bigint: a line put in by hand may have any id. */
const beforeAll = -(2n ** 63n);

/** Recomputes the chains, of one year's season or all of them, as one moment of the database. */
export async function verifyChains(database: Database, { year }: { year?: number | undefined } = {}): Promise<Chain[]> {
  return database.$transaction(
    async (transaction) => {
      const seasons = await transaction.season.findMany({
        where: year === undefined ? {} : { year },
        orderBy: { year: "asc" },
        select: { id: true, year: true },
      });
      const { _max } = await transaction.auditSeal.aggregate({ _max: { lineId: true } });
      const asked = [...seasons, ...(year === undefined ? [{ id: null, year: null }] : [])];
      const chains: Chain[] = [];
      for (const one of asked) chains.push(await verifyChain(transaction, one, _max.lineId ?? 0n));
      return chains;
    },
    { isolationLevel: "RepeatableRead", timeout: 600_000, maxWait: 20_000 },
  );
}

async function verifyChain(
  transaction: Transaction,
  { id: seasonId, year }: { id: string | null; year: number | null },
  sealedUpTo: bigint,
): Promise<Chain> {
  const chain: Chain = { year, sealed: 0, waiting: 0, head: null, broken: null };
  let after = beforeAll;
  for (;;) {
    const rows = await readChunk(transaction, seasonId, after);
    for (const row of rows) {
      if (row.hash !== null) {
        const line = lineOf(row);
        if (line === null) chain.broken ??= { line: String(row.id), fault: "missing" };
        else if (lineHash(chain.head ?? "", line) !== row.hash)
          chain.broken ??= { line: String(row.id), fault: "changed" };
        chain.sealed += 1;
        chain.head = row.hash;
      } else if (row.id <= sealedUpTo) chain.broken ??= { line: String(row.id), fault: "added" };
      else chain.waiting += 1;
    }
    const last = rows.at(-1);
    if (!last || rows.length < chunkSize) return chain;
    after = last.id;
  }
}

/** Lines and seals side by side, whichever of the two is there. */
async function readChunk(transaction: Transaction, seasonId: string | null, after: bigint): Promise<Row[]> {
  const ofChain = seasonId === null ? Prisma.sql`"season_id" IS NULL` : Prisma.sql`"season_id" = ${seasonId}::uuid`;
  return transaction.$queryRaw<Row[]>`
    SELECT coalesce(line."id", seal."line_id") AS "id", line."at", line."actor_id" AS "actorId",
           line."on_behalf_of_id" AS "onBehalfOfId", line."action", line."subject_kind" AS "subjectKind",
           line."subject_id" AS "subjectId", line."version_before" AS "versionBefore", line."version_after" AS "versionAfter",
           line."batch_id" AS "batchId", line."details", line."season_id" AS "seasonId", seal."hash"
    FROM (SELECT * FROM "audit_line" WHERE ${ofChain} AND "id" > ${after} ORDER BY "id" LIMIT ${chunkSize}) AS line
    FULL JOIN (SELECT * FROM "audit_seal" WHERE ${ofChain} AND "line_id" > ${after} ORDER BY "line_id" LIMIT ${chunkSize}) AS seal
      ON seal."line_id" = line."id"
    ORDER BY 1 LIMIT ${chunkSize}`;
}

function lineOf({ hash: _hash, at, action, ...said }: Row): SealedLine | null {
  return at === null || action === null ? null : { ...said, at, action };
}
