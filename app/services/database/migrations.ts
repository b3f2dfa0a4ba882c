import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";

/** The advisory lock that Prisma's own commands take. */
const prismaLock = 72707369;
const lockTimeoutSeconds = 60;
const ownFolder = fileURLToPath(new URL("../../../prisma/migrations", import.meta.url));

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

interface AppliedRow {
  migration_name: string;
  checksum: string;
}

/** A migration that failed or a history that differs from ours; the database is as it was before. */
export class MigrationError extends Error {}

/**
 * Brings the database to the newest schema, and the job queue's own schema after it. Several may call it at once.
 * Keeps Prisma's table, so that `prisma migrate deploy` and `status` agree with it; unlike Prisma it runs every
 * migration in one transaction. Returns the names that were applied now.
 */
export async function applyMigrations(url: string, folder = ownFolder): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: "baekseon migrations" });
  await client.connect();
  try {
    await client.query(`SET lock_timeout = '${lockTimeoutSeconds}s'`);
    await client.query("SELECT pg_advisory_lock($1)", [prismaLock]);
    await client.query("RESET lock_timeout");
    const pending = await pendingMigrations(client, readMigrations(folder));
    for (const migration of pending) await apply(client, migration);
    await migrateQueue(url);
    return pending.map(({ name }) => name);
  } finally {
    await client.end(); // ends the lock too
  }
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

async function pendingMigrations(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  await client.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`);
  const { rows } = await client.query<AppliedRow>(
    "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  for (const row of rows) {
    const ours = migrations.find(({ name }) => name === row.migration_name);
    if (!ours)
      throw new MigrationError(`The database has migration ${row.migration_name}, which this version does not know.`);
    if (ours.checksum !== row.checksum) {
      throw new MigrationError(`Migration ${row.migration_name} was changed after it had been applied.`);
    }
  }
  const applied = new Set(rows.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const id = randomUUID();
  // What failed here before left nothing behind, so it is tried again like one that Prisma was told is rolled back.
  await client.query(
    "UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL",
    [migration.name],
  );
  await client.query("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)", [
    id,
    migration.checksum,
    migration.name,
  ]);
  try {
    await client.query("BEGIN");
    await client.query(migration.sql);
    await client.query(
      "UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1",
      [id],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    const { message, code } = error as pg.DatabaseError;
    const logs = `Migration ${migration.name} failed: ${message}${code ? ` (${code})` : ""}`;
    await client.query("UPDATE _prisma_migrations SET logs = $2 WHERE id = $1", [id, logs]);
    throw new MigrationError(logs, { cause: error });
  }
}

async function migrateQueue(url: string): Promise<void> {
  const silent = new Logger(() => () => {});
  await runMigrations({ connectionString: url, maxPoolSize: 1, logger: silent });
}
