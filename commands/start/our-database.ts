import { ConfigError, config } from "#app/config.ts";
import { type Database, openDatabase } from "#app/services/database/database.ts";
import { type EmbeddedServer, startEmbeddedServer } from "#app/services/database/embedded-server.ts";
import { DatabaseUnusable, ensureDatabase, requireSupportedServer } from "#app/services/database/external-server.ts";
import { applyMigrations, MigrationError } from "#app/services/database/migrations.ts";
import { databaseName } from "./open-database.ts";

/** Whose message says enough: whoever started the command can put it right. */
const plainErrors = [ConfigError, DatabaseUnusable, MigrationError];

/** The database that `npm start` uses, migrated. A running copy's server is shared, and stopped only by the last one to leave it. */
export async function withOurDatabase<T>(work: (database: Database, url: string) => Promise<T>): Promise<T> {
  const { databaseUrl, dataDir } = config();
  const server: EmbeddedServer | null = databaseUrl ? null : await startEmbeddedServer(dataDir);
  try {
    const url = databaseUrl ?? (server as EmbeddedServer).url(databaseName);
    await ensureDatabase(url);
    if (!server) await requireSupportedServer(url);
    await applyMigrations(url);
    const database = openDatabase(url, { connections: 2 });
    try {
      return await work(database, url);
    } finally {
      await database.$disconnect();
    }
  } finally {
    await server?.stop();
  }
}

export function tellFailure(error: unknown): void {
  const plain = plainErrors.some((kind) => error instanceof kind);
  process.stderr.write(`${error instanceof Error ? (plain ? error.message : error.stack) : String(error)}\n`);
}
