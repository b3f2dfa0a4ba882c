import { indexChanges } from "#app/domain/search/index-changes.ts";
import { openPostgresIndex } from "#app/services/search/postgres-index.ts";
import type { WorkerContext } from "./context.ts";

const pause = 700;

/**
 * Makes what changes findable, well within three seconds. Not a job: an import of ten thousand rows would leave hundreds that find nothing
 * to do, and jobs that share a key would make their transactions wait for one another.
 */
export function keepIndexed({ database, log }: Pick<WorkerContext, "database" | "log">): { stop(): Promise<void> } {
  const index = openPostgresIndex(database);
  let stopped = false;
  let wake = () => {};
  const ended = (async () => {
    while (!stopped) {
      const done = await indexChanges(database, index).catch((error: Error) => {
        log.warn({ error: error.message }, "search could not be brought up to date; trying again");
        return 0;
      });
      if (done === 0 && !stopped) {
        await new Promise<void>((next) => {
          wake = next;
          setTimeout(next, pause);
        });
      }
    }
  })();
  return {
    async stop() {
      stopped = true;
      wake();
      await ended;
    },
  };
}
