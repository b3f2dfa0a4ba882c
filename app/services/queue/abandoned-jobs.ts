import type { Database } from "../database/database.ts";
import type { JobName, Jobs } from "./jobs.ts";

export interface AbandonedJob {
  id: bigint;
  name: JobName;
  payload: Jobs[JobName];
}

/** Jobs that were tried for the last time, because they failed or because their worker died of them, and not seen to yet. */
export async function findAbandonedJobs(database: Database): Promise<AbandonedJob[]> {
  return database.$queryRaw<AbandonedJob[]>`
    SELECT job.id, task.identifier AS name, job.payload
    FROM graphile_worker._private_jobs AS job JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id
    WHERE job.attempts >= job.max_attempts AND job.locked_at IS NULL
      AND NOT coalesce(job.flags ? 'seen_to', false)
    ORDER BY job.id LIMIT 1000`;
}

/** The job stays for the office to count, and is not found again; a new one under its key begins anew. */
export async function markSeenTo(database: Database, { id }: AbandonedJob): Promise<void> {
  await database.$executeRaw`
    UPDATE graphile_worker._private_jobs SET flags = '{"seen_to": true}'
    WHERE id = ${id} AND attempts >= max_attempts AND locked_at IS NULL`;
}

/** Which of these listings no job is about that will run or has yet to be seen to. */
export async function findWithoutJob(database: Database, listingIds: readonly string[]): Promise<Set<string>> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT id FROM unnest(${[...listingIds]}::text[]) AS id
    EXCEPT
    SELECT payload ->> 'listingId' FROM graphile_worker._private_jobs
    WHERE NOT coalesce(flags ? 'seen_to', false)`;
  return new Set(rows.map(({ id }) => id));
}
