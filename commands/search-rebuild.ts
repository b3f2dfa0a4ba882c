import { rebuildIndex } from "#app/domain/search/rebuild-index.ts";
import { openPostgresIndex } from "#app/services/search/postgres-index.ts";
import { tellFailure, withOurDatabase } from "./start/our-database.ts";

/**
 * `npm run -s search:rebuild`: makes everything findable anew, in the database that `npm start` uses and also while that runs. Ends with 0; with
 * 1 when we failed.
 */
try {
  await withOurDatabase((database) =>
    rebuildIndex(database, openPostgresIndex(database), (kind, done) => {
      process.stdout.write(`${kind.padEnd(10)} ${done}\n`);
    }),
  );
} catch (error) {
  tellFailure(error);
  process.exitCode = 1;
}
