import { Logger, type Runner, run, type TaskList } from "graphile-worker";
import pg from "pg";
import type { Logger as Log } from "pino";
import { bulkFlag } from "#app/services/queue/jobs.ts";
import { endProcess } from "./end-process.ts";
import { holdLiveness, type Liveness } from "./liveness.ts";

/** Hands that never take bulk work, so that what a person waits for begins at once however much lies there. */
const freeHands = 2;
/** Milliseconds: jobs that fall due while nobody adds one. */
const pollInterval = 1_000;

interface HandsOptions {
  databaseUrl: string;
  concurrency: number;
  taskList: TaskList;
  crontab: string;
  log: Log;
}

export interface Hands {
  stop(): Promise<void>;
}

/** Takes jobs: `concurrency` at once of any kind, and beside them two that somebody waits for. */
export async function openHands({ databaseUrl, concurrency, taskList, crontab, log }: HandsOptions): Promise<Hands> {
  let liveness: Promise<Liveness> | undefined;
  // Each of the two listens on a connection for good; the others are held no longer than a statement.
  const pool = new pg.Pool({ connectionString: databaseUrl, max: concurrency + freeHands });
  // A lost database ends the process by its liveness; unheard, an error would end it sooner.
  pool.on("error", () => {}).on("connect", (client) => client.on("error", () => {}));
  /** Nobody takes a job before the process is known to be alive. */
  const aliveFirst: GraphileConfig.Plugin = {
    name: "alive-first",
    worker: {
      hooks: {
        async startWorker(_context, { worker }) {
          liveness ??= holdLiveness(databaseUrl, (error) => {
            log.error({ error: error.message }, "lost the connection that proves this worker alive; ending");
            endProcess(1);
          });
          await (await liveness).prove(worker.workerPool.id);
        },
      },
    },
  };
  const shared = {
    preset: { plugins: [aliveFirst] },
    pgPool: pool,
    noHandleSignals: true,
    pollInterval,
    taskList,
    logger: new Logger(() => (level, message) => {
      if (level === "error" || level === "warning") log.warn({ graphile: level }, message);
    }),
  };
  const runners: Runner[] = [
    await run({ ...shared, concurrency, crontab }),
    await run({ ...shared, concurrency: freeHands, forbiddenFlags: [bulkFlag] }),
  ];
  return {
    async stop() {
      await Promise.all(runners.map((runner) => runner.stop()));
      await pool.end();
      await (await liveness)?.release();
    },
  };
}
