import type { Database } from "../database/database.ts";

/**
 * Puts a job that runs now back for later, as if it had never been tried: the waiting copy takes its key, its queue and its payload. The
 * one that runs must then end well; killed before that, it runs once more, as any job may.
 */
export async function postponeJob(database: Database, jobId: string, seconds: number): Promise<void> {
  await database.$executeRaw`
    SELECT graphile_worker.add_job(
      task.identifier, job.payload, queue_name => queue.queue_name, run_at => now() + make_interval(secs => ${seconds}),
      max_attempts => job.max_attempts::int, job_key => job.key, priority => job.priority::int)
    FROM graphile_worker._private_jobs AS job
    JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id
    LEFT JOIN graphile_worker._private_job_queues AS queue ON queue.id = job.job_queue_id
    WHERE job.id = ${jobId}::bigint`;
}
