import type { ClientBase } from "pg";
import { livenessLockClass } from "./liveness-lock.ts";

/** A job that so many workers died of is no bystander any more: it is given up, as after its last error. */
const mostLost = 100;
/** From here on each further death is followed by a longer pause, so that such a job does not keep everybody falling. */
const patience = 10;
const longestPauseSeconds = 60;

/**
 * Frees what workers held that are no longer alive; graphile-worker itself would wait four hours. An attempt that ended with its
 * worker says nothing of the job and is taken off its count of errors; how many workers it lost is counted apart.
 */
export async function releaseJobsOfTheDead(client: Pick<ClientBase, "query">): Promise<void> {
  await client.query(
    `WITH dead AS (
       SELECT locked_by FROM (
         SELECT DISTINCT locked_by FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL
         UNION
         SELECT DISTINCT locked_by FROM graphile_worker._private_job_queues WHERE locked_by IS NOT NULL
       ) AS holders
       WHERE NOT EXISTS (
         SELECT 1 FROM pg_locks
         WHERE locktype = 'advisory' AND granted AND classid = $1::oid
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
           AND objid = (hashtext(holders.locked_by)::bigint & 4294967295)::oid
       )
     ), counted AS (
       SELECT id, coalesce((flags ->> 'workers_lost')::int, 0) + 1 AS lost
       FROM graphile_worker._private_jobs WHERE locked_by IN (SELECT locked_by FROM dead)
     ), freed AS (
       UPDATE graphile_worker._private_jobs AS job
       SET locked_at = NULL, locked_by = NULL,
           flags = coalesce(flags, '{}') || jsonb_build_object('workers_lost', lost),
           attempts = CASE WHEN lost < $2 THEN greatest(0, attempts - 1) ELSE max_attempts END,
           last_error = CASE WHEN lost < $2 THEN last_error ELSE 'Its worker died, time and again' END,
           run_at = CASE WHEN lost <= $3 THEN run_at
             ELSE greatest(run_at, now() + make_interval(secs => least($4, power(2, lost - $3)))) END
       FROM counted WHERE job.id = counted.id
     )
     UPDATE graphile_worker._private_job_queues
     SET locked_at = NULL, locked_by = NULL WHERE locked_by IN (SELECT locked_by FROM dead)`,
    [livenessLockClass, mostLost, patience, longestPauseSeconds],
  );
}
