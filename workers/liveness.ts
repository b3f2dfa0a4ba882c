import pg from "pg";
import { livenessLockClass } from "#app/services/queue/liveness-lock.ts";

/**
 * A worker is alive exactly as long as it holds its advisory lock: when its process dies, however it dies, the database
 * sees the connection end and lets go. No heartbeat to tune, no clock to trust.
 */
export async function holdLiveness(databaseUrl: string, poolId: string, onLost: (error: Error) => void) {
  const client = new pg.Client({
    connectionString: databaseUrl,
    keepAlive: true,
    application_name: "baekseon-liveness",
  });
  await client.connect();
  let released = false;
  client.on("error", (error) => !released && onLost(error));
  client.on("end", () => !released && onLost(new Error("The liveness connection ended")));
  await client.query("SELECT pg_advisory_lock($1, hashtext($2))", [livenessLockClass, poolId]);
  const sweep = setInterval(() => {
    releaseJobsOfTheDead(client).catch((error) => !released && onLost(error));
  }, 2_000);
  await releaseJobsOfTheDead(client);
  return {
    async release(): Promise<void> {
      released = true;
      clearInterval(sweep);
      await client.end();
    },
  };
}

/**
 * Frees what workers held that are no longer alive; graphile-worker itself would wait four hours. The two seconds leave
 * a new worker time between taking its first job and this view of its lock.
 */
async function releaseJobsOfTheDead(client: pg.Client): Promise<void> {
  await client.query(
    `WITH holders AS (
       SELECT DISTINCT locked_by FROM graphile_worker._private_jobs
       WHERE locked_by IS NOT NULL AND locked_at < now() - interval '2 seconds'
       UNION
       SELECT DISTINCT locked_by FROM graphile_worker._private_job_queues
       WHERE locked_by IS NOT NULL AND locked_at < now() - interval '2 seconds'
     ), dead AS (
       SELECT locked_by FROM holders
       WHERE NOT EXISTS (
         SELECT 1 FROM pg_locks
         WHERE locktype = 'advisory' AND granted AND classid = $1::oid
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
           AND objid = (hashtext(holders.locked_by)::bigint & 4294967295)::oid
       )
     )
     SELECT graphile_worker.force_unlock_workers(array(SELECT locked_by FROM dead))
     WHERE EXISTS (SELECT 1 FROM dead)`,
    [livenessLockClass],
  );
}
