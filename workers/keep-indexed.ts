import type { Config } from "#app/config.ts";
import { raiseAlarm } from "#app/domain/alarm/alarms.ts";
import { indexChanges } from "#app/domain/search/index-changes.ts";
import { buildServer, forgetOtherServers, isBuilt, pushChanges } from "#app/domain/search/push-changes.ts";
import { openMeilisearchIndex } from "#app/services/search/meilisearch-index.ts";
import { openPostgresIndex } from "#app/services/search/postgres-index.ts";
import type { WorkerContext } from "./context.ts";

const pause = 700;
/** After a Meilisearch server did not take what it was told. */
const rest = 5_000;

/**
 * Makes what changes findable, well within three seconds. Not a job: an import of ten thousand rows would leave hundreds that find nothing
 * to do, and jobs that share a key would make their transactions wait for one another. Meilisearch is told behind PostgreSQL, so that
 * one that is down holds up nothing.
 */
export function keepIndexed(
  { database, log }: Pick<WorkerContext, "database" | "log">,
  meilisearch: Config["meilisearch"],
): { stop(): Promise<void> } {
  const own = openPostgresIndex(database);
  let forgotten = false;
  const loops = [
    repeat(async () => {
      try {
        if (!forgotten) await forgetOtherServers(database, meilisearch?.url ?? null);
        forgotten = true;
        return (await indexChanges(database, own, { push: meilisearch !== null })) > 0 ? 0 : pause;
      } catch (error) {
        log.warn({ error: (error as Error).message }, "search could not be brought up to date; trying again");
        return pause;
      }
    }),
  ];
  if (meilisearch) {
    const server = { url: meilisearch.url, index: openMeilisearchIndex(meilisearch) };
    loops.push(
      repeat(async () => {
        try {
          if (!(await isBuilt(database, server.url))) await buildServer(database, server, () => {});
          return (await pushChanges(database, server.index)) > 0 ? 0 : pause;
        } catch (error) {
          log.warn({ error: (error as Error).message }, "Meilisearch did not take what changed; trying again");
          await raiseAlarm(database, "search_down").catch(() => {});
          return rest;
        }
      }),
    );
  }
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

/** Runs `step` again and again, each time after as many milliseconds as it told. */
function repeat(step: () => Promise<number>): { stop(): Promise<void> } {
  let stopped = false;
  let wake = () => {};
  const ended = (async () => {
    while (!stopped) {
      const milliseconds = await step();
      if (milliseconds > 0 && !stopped) {
        await new Promise<void>((next) => {
          wake = next;
          setTimeout(next, milliseconds);
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
