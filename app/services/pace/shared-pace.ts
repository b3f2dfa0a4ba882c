import type { Database } from "../database/database.ts";
import { type Bucket, correct, margin } from "./bucket.ts";
import { type Allowance, type Pace, pause } from "./pace.ts";

interface Taken extends Allowance {
  /** Milliseconds. */
  wait: number;
  untilFull: number;
}

/**
 * The pace of one account for every worker there is: the bucket of bucket.ts as a row, by the database's clock. Each change is
 * one statement, which the row's lock puts in order.
 */
export function sharedPace(database: Database, account: string, allowance: Allowance): Pace {
  const { perSecond, capacity } = allowance;
  /** The bucket as the last turn left it, by this process's clock. */
  let known: Bucket | null = null;

  async function turn(cost = 1, headroom = 0): Promise<void> {
    const [taken] = await database.$queryRaw<Taken[]>`
      INSERT INTO "account_pace" AS pace ("account", "per_second", "capacity", "full_at")
      VALUES (${account}, ${perSecond}::float8, ${capacity}::float8,
              clock_timestamp() + make_interval(secs => ${cost}::float8 / (${perSecond}::float8 * ${margin}::float8)))
      ON CONFLICT ("account") DO UPDATE
        SET "full_at" = greatest(pace."full_at", clock_timestamp())
                        + make_interval(secs => ${cost}::float8 / (pace."per_second" * ${margin}::float8))
      RETURNING (extract(epoch FROM pace."full_at" - clock_timestamp())::float8
                 - greatest(${cost}::float8, pace."capacity" - ${headroom}::float8)
                   / (pace."per_second" * ${margin}::float8)) * 1000 AS "wait",
                pace."per_second" AS "perSecond", pace."capacity",
                extract(epoch FROM pace."full_at" - clock_timestamp())::float8 * 1000 AS "untilFull"`;
    if (!taken) return;
    known = { perSecond: taken.perSecond, capacity: taken.capacity, fullAt: Date.now() + taken.untilFull };
    await pause(taken.wait);
  }

  /** Asks the database only where the mall leaves less than we count, or has changed its rule. */
  async function heard(said: Partial<Allowance> & { remaining?: number }): Promise<void> {
    const corrected = known && correct(known, said, Date.now());
    if (known && corrected && isSame(corrected, known)) return;
    const [perSecondSaid, capacitySaid, remaining] = [
      said.perSecond ?? null,
      said.capacity ?? null,
      said.remaining ?? null,
    ];
    await database.$executeRaw`
      UPDATE "account_pace" AS pace
      SET "per_second" = told."per_second", "capacity" = told."capacity",
          "full_at" = greatest(pace."full_at", clock_timestamp() + make_interval(secs =>
            greatest(0, told."capacity" - coalesce(${remaining}::float8, told."capacity"))
            / (told."per_second" * ${margin}::float8)))
      FROM (SELECT coalesce(${perSecondSaid}::float8, "per_second") AS "per_second",
                   coalesce(${capacitySaid}::float8, "capacity") AS "capacity"
            FROM "account_pace" WHERE "account" = ${account}) AS told
      WHERE pace."account" = ${account}`;
  }

  async function rest(seconds: number): Promise<void> {
    await database.$executeRaw`
      UPDATE "account_pace"
      SET "full_at" = greatest("full_at", clock_timestamp() + make_interval(secs =>
        ${seconds}::float8 + ("capacity" - 1) / ("per_second" * ${margin}::float8)))
      WHERE "account" = ${account}`;
  }

  return { turn, heard, rest };
}

function isSame(one: Bucket, other: Bucket): boolean {
  return one.perSecond === other.perSecond && one.capacity === other.capacity && one.fullAt === other.fullAt;
}
