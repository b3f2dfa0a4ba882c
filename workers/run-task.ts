import { raiseAlarm } from "#app/domain/alarm/alarms.ts";
import { BlobsUnavailable } from "#app/services/blobs/watched-blobs.ts";
import { postponeJob, spreadRetry } from "#app/services/queue/postpone-job.ts";
import type { WorkerContext } from "./context.ts";

const waitSeconds = 10;

/**
 * One run of a job, logged with its duration. A blob store that is full or down fails no job: each comes back until it goes well, however
 * long that takes, and meanwhile the office sees the alarm.
 */
export async function runTask(
  { database, log }: Pick<WorkerContext, "database" | "log">,
  job: { id: string; attempts: number },
  task: () => Promise<void>,
): Promise<void> {
  const started = Date.now();
  try {
    await task();
    log.debug({ milliseconds: Date.now() - started }, "job done");
  } catch (error) {
    if (!(error instanceof BlobsUnavailable)) {
      log.error({ error, attempt: job.attempts }, "job failed");
      await spreadRetry(database, job);
      throw error;
    }
    log.error({ why: error.why, error: error.cause }, "job waits for the blob store");
    await raiseAlarm(database, `blobs_${error.why}`);
    // Spread, so that not all come back at once.
    await postponeJob(database, job.id, waitSeconds * (1 + Math.random()));
  }
}
