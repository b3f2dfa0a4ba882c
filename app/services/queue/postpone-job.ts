import type { Database } from "../database/database.ts";
import { bulkFlag } from "./jobs.ts";

/**
 * Puts a job that runs now back for later, as if it had never been tried: the waiting copy takes its key, its queue and its payload. The
 * one that runs must then end well; killed before that, it runs once more, as any job may.
 */
export async function postponeJob(database: Database, jobId: string, seconds: number): Promise<void> {
  await database.$executeRaw`
    SELECT graphile_worker.add_job(
      task.identifier, job.payload, queue_name => queue.queue_name, run_at => now() + make_interval(secs => ${seconds}),
      max_attempts => job.max_attempts::int, job_key => job.key, priority => job.priority::int,
      flags => CASE WHEN job.flags ? ${bulkFlag} THEN array[${bulkFlag}::text] END)
    FROM graphile_worker._private_jobs AS job
    JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id
    LEFT JOIN graphile_worker._private_job_queues AS queue ON queue.id = job.job_queue_id
    WHERE job.id = ${jobId}::bigint`;
}

/**
 * For a job that is about to fail: graphile-worker tries it again after a pause that grows (1, 3, 7 seconds and so on to six hours) and is
 * the same for all; up to half as much comes on top, so that what failed together does not come back together.
 */
export async function spreadRetry(
  database: Database,
  { id, attempts }: { id: string; attempts: number },
): Promise<void> {
  const seconds = Math.exp(Math.min(attempts, 10)) * Math.random() * 0.5;
  await database.$executeRaw`
    UPDATE graphile_worker._private_jobs SET run_at = now() + make_interval(secs => ${seconds}::float8)
    WHERE id = ${id}::bigint`;
}
