import { join } from "node:path";
import type { Outcome } from "#app/domain/outcome.ts";
import { rebuildIndex } from "#app/domain/search/rebuild-index.ts";
import { type Database, openDatabase } from "#app/services/database/database.ts";
import { startThrowAwayServer } from "#app/services/database/embedded-server.ts";
import { ensureDatabase } from "#app/services/database/external-server.ts";
import { applyMigrations } from "#app/services/database/migrations.ts";
import { openPostgresIndex } from "#app/services/search/postgres-index.ts";
import { freePort } from "#tests/free-port.ts";
import { startWebProcess } from "#tests/web-process.ts";
import { type EnteredSeason, enterSeason } from "./entered-season.ts";

export interface SeasonHouse {
  origin: string;
  database: Database;
  season: EnteredSeason;
  stop(): Promise<void>;
}

/** The built pages over a database of their own, in which 300 products are submitted and nothing is judged yet. */
export async function openSeasonHouse(folder: string): Promise<SeasonHouse> {
  const server = await startThrowAwayServer();
  const url = server.url("season");
  await ensureDatabase(url);
  await applyMigrations(url);
  const database = openDatabase(url);
  const season = await enterSeason(database);
  await rebuildIndex(database, openPostgresIndex(database), () => undefined);
  const web = await startWebProcess({ databaseUrl: url, dataDir: join(folder, "data") }, await freePort());
  return {
    origin: web.origin,
    database,
    season,
    async stop() {
      await web.kill();
      await database.$disconnect();
      await server.stop();
    },
  };
}

export function requireDone(outcome: Outcome<unknown>): void {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
}
