import type { Database } from "../database/database.ts";
import { livenessLockClass } from "./liveness-lock.ts";

export interface JobCounts {
  /** May run now. */
  waiting: number;
  /** Planned for a later moment, such as the next question to a mall. */
  planned: number;
  running: number;
  /** Tried for the last time. */
  failed: number;
  /** Living worker processes. */
  workers: number;
}

/** How the queue stands, and who works on it: a worker lives exactly as long as it holds its lock. */
export async function countJobs(database: Database): Promise<JobCounts> {
  const [counts] = await database.$queryRaw<Omit<JobCounts, "workers">[]>`
    SELECT count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts AND run_at <= now())::int AS waiting,
           count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts AND run_at > now())::int AS planned,
           count(*) FILTER (WHERE locked_at IS NOT NULL)::int AS running,
           count(*) FILTER (WHERE locked_at IS NULL AND attempts >= max_attempts)::int AS failed
    FROM graphile_worker.jobs`;
  const [held] = await database.$queryRaw<{ workers: number }[]>`
    SELECT count(DISTINCT pid)::int AS workers FROM pg_locks
    WHERE locktype = 'advisory' AND granted AND classid = ${livenessLockClass}::int::oid
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  return { ...(counts ?? { waiting: 0, planned: 0, running: 0, failed: 0 }), workers: held?.workers ?? 0 };
}
