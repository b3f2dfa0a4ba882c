import pg from "pg";
import { expect, test } from "vitest";
import { findAbandonedJobs } from "#app/services/queue/abandoned-jobs.ts";
import { addJob } from "#app/services/queue/jobs.ts";
import { livenessLockClass } from "#app/services/queue/liveness-lock.ts";
import { releaseJobsOfTheDead } from "#app/services/queue/lost-workers.ts";
import { testDatabase } from "../database.ts";

interface JobRow {
  attempts: number;
  max_attempts: number;
  locked_by: string | null;
  flags: { workers_lost?: number } | null;
  late: boolean;
}

async function take(connection: pg.Client, worker: string): Promise<void> {
  await connection.query(
    `UPDATE graphile_worker._private_jobs SET locked_by = $1, locked_at = now(), attempts = attempts + 1`,
    [worker],
  );
  await connection.query(`UPDATE graphile_worker._private_job_queues SET locked_by = $1, locked_at = now()`, [worker]);
}

async function job(connection: pg.Client): Promise<JobRow> {
  const { rows } = await connection.query<JobRow>(
    "SELECT *, run_at > now() + interval '1 second' AS late FROM graphile_worker._private_jobs",
  );
  if (rows.length !== 1 || !rows[0]) throw new Error(`${rows.length} jobs`);
  return rows[0];
}

test("a try that ended with its worker is no error of the job; one that takes a hundred workers with it is given up", async () => {
  const { client: database, url } = await testDatabase({ untilTestEnds: true });
  const connection = new pg.Client({ connectionString: url });
  await connection.connect();
  await addJob(database, "withdraw-listing", { listingId: crypto.randomUUID() }, { queue: "mall:naver:0" });

  // The living keep what they hold.
  const alive = new pg.Client({ connectionString: url });
  await alive.connect();
  await alive.query("SELECT pg_advisory_lock($1, hashtext('first'))", [livenessLockClass]);
  await take(connection, "first");
  await releaseJobsOfTheDead(connection);
  expect(await job(connection)).toMatchObject({ locked_by: "first", attempts: 1 });

  await alive.end();
  await expect
    .poll(
      async () => {
        await releaseJobsOfTheDead(connection);
        return (await job(connection)).locked_by;
      },
      { timeout: 30_000 },
    )
    .toBeNull();
  expect(await job(connection)).toMatchObject({ attempts: 0, flags: { workers_lost: 1 }, late: false });
  const { rows } = await connection.query("SELECT locked_by FROM graphile_worker._private_job_queues");
  expect(rows).toEqual([{ locked_by: null }]);

  for (let death = 2; death < 100; death += 1) {
    await take(connection, `worker ${death}`);
    await releaseJobsOfTheDead(connection);
  }
  expect(await job(connection)).toMatchObject({ attempts: 0, flags: { workers_lost: 99 }, late: true });
  expect(await findAbandonedJobs(database)).toEqual([]);

  await take(connection, "the last");
  await releaseJobsOfTheDead(connection);
  const [abandoned] = await findAbandonedJobs(database);
  expect(abandoned).toMatchObject({ name: "withdraw-listing" });
  await connection.end();
});
