import { config } from "#app/config.ts";
import { buildServer } from "#app/domain/search/push-changes.ts";
import { rebuildIndex } from "#app/domain/search/rebuild-index.ts";
import { openMeilisearchIndex } from "#app/services/search/meilisearch-index.ts";
import { openPostgresIndex } from "#app/services/search/postgres-index.ts";
import { tellFailure, withOurDatabase } from "./start/our-database.ts";

/**
 * `npm run -s search:rebuild`: makes everything findable anew, in the database that `npm start` uses and in the Meilisearch server of the
 * settings, also while that runs. Ends with 0; with 1 when we failed.
 */
try {
  const { meilisearch } = config();
  await withOurDatabase(async (database) => {
    await rebuildIndex(database, openPostgresIndex(database), tell("PostgreSQL"));
    if (meilisearch) {
      const server = { url: meilisearch.url, index: openMeilisearchIndex(meilisearch) };
      await buildServer(database, server, tell("Meilisearch"));
    }
  });
} catch (error) {
  tellFailure(error);
  process.exitCode = 1;
}

function tell(where: string) {
  return (kind: string, done: number) => void process.stdout.write(`${where} ${kind.padEnd(10)} ${done}\n`);
}
