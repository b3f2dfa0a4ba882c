import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

/** Work on a thing that only one of all workers may do at a time. */
export interface Claims {
  /** Runs `work` while nobody else, in this process or another, holds `name`; waits for whoever does. */
  holding<T>(name: string, work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const lookAgainMilliseconds = 100;

/**
 * Locks of a connection of their own, which the database lets go when the process dies, however it dies. Should the connection be lost
 * while `work` runs, another worker may begin the same: its outcome is the same, and the first to store it wins.
 */
export function openClaims(databaseUrl: string): Claims {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 1,
    idleTimeoutMillis: 0,
    keepAlive: true,
    application_name: "baekseon-claims",
  });
  // A lost connection is made anew by the next question.
  pool.on("error", () => undefined);
  /** The database lets one connection take a lock twice. */
  const ours = new Map<string, Promise<unknown>>();

  async function holding<T>(name: string, work: () => Promise<T>): Promise<T> {
    const key = keyOf(name);
    while (!(await ask("SELECT pg_try_advisory_lock($1) AS done", key))) await pause(lookAgainMilliseconds);
    try {
      return await work();
    } finally {
      await ask("SELECT pg_advisory_unlock($1) AS done", key);
    }
  }

  async function ask(question: string, key: string): Promise<boolean> {
    const { rows } = await pool.query<{ done: boolean }>(question, [key]);
    return rows[0]?.done ?? false;
  }

  return {
    holding(name, work) {
      const before = ours.get(name) ?? Promise.resolve();
      const mine = before.then(() => holding(name, work));
      const settled = mine.catch(() => undefined).finally(() => ours.get(name) === settled && ours.delete(name));
      ours.set(name, settled);
      return mine;
    },
    close: () => pool.end(),
  };
}

/** 64 bits, as PostgreSQL's signed bigint. */
function keyOf(name: string): string {
  return createHash("sha256").update(name).digest().readBigInt64BE(0).toString();
}
