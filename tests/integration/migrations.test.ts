import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { applyMigrations, MigrationError } from "#app/services/database/migrations.ts";
import { dropDatabase, emptyDatabase } from "#tests/database.ts";
import { schemaDrift } from "./schema-drift.ts";

const ownNames = readdirSync("prisma/migrations", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

let url: string;
let client: pg.Client;
let folder: string;

beforeEach(async () => {
  url = await emptyDatabase();
  client = new pg.Client({ connectionString: url });
  client.on("error", () => {}); // dropping the database ends the session
  await client.connect();
  folder = mkdtempSync(join(tmpdir(), "migrations-"));
});

afterEach(async () => {
  await client.end();
  await dropDatabase(url);
  rmSync(folder, { recursive: true });
});

function writeMigration(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

async function history(): Promise<pg.QueryResultRow[]> {
  return (await client.query("SELECT * FROM _prisma_migrations ORDER BY started_at")).rows;
}

async function tables(): Promise<string[]> {
  const { rows } = await client.query(
    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1",
  );
  return rows.map((row) => row.table_name);
}

test("a migrated empty database is what schema.prisma says", async () => {
  await applyMigrations(url);
  expect(await schemaDrift(url, "prisma/schema.prisma")).toBe("");
});

test("the comparison with schema.prisma sees a missing column and a surplus table", async () => {
  await applyMigrations(url);
  await client.query("ALTER TABLE account DROP COLUMN name CASCADE; CREATE TABLE surplus (id integer PRIMARY KEY)");
  const drift = await schemaDrift(url, "prisma/schema.prisma");
  expect(drift).toContain('ADD COLUMN     "name"');
  expect(drift).toContain('DROP TABLE "surplus"');
});

test("applying twice changes nothing", async () => {
  expect(await applyMigrations(url)).toEqual(ownNames);
  const before = await history();
  expect(await applyMigrations(url)).toEqual([]);
  expect(await history()).toEqual(before);
});

test("the rows are those that Prisma's own commands write", async () => {
  await applyMigrations(url);
  const rows = await history();
  expect(rows.map((row) => row.migration_name)).toEqual(ownNames);
  for (const row of rows) {
    const sql = readFileSync(join("prisma/migrations", row.migration_name, "migration.sql"));
    expect(row).toMatchObject({
      checksum: createHash("sha256").update(sql).digest("hex"),
      finished_at: expect.any(Date),
      applied_steps_count: 1,
      logs: null,
      rolled_back_at: null,
    });
    expect(row.id).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test("two at once: one applies, the other waits and finds nothing to do", async () => {
  const applied = await Promise.all([applyMigrations(url), applyMigrations(url)]);
  expect(applied.map((names) => names.length).sort()).toEqual([0, ownNames.length]);
  expect(await history()).toHaveLength(ownNames.length);
});

test("it waits for whoever holds Prisma's advisory lock", async () => {
  writeMigration("1_first", "CREATE TABLE first (id integer)");
  await client.query("SELECT pg_advisory_lock(72707369)");
  let finished = false;
  const applying = applyMigrations(url, folder).then(() => {
    finished = true;
  });
  await expect
    .poll(async () => (await client.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")).rowCount)
    .toBe(1);
  expect(finished).toBe(false);
  await client.query("SELECT pg_advisory_unlock(72707369)");
  await applying;
  expect(await tables()).toEqual(["first"]);
});

test("a failing migration is rolled back whole, recorded, and tried again once it is mended", async () => {
  writeMigration("1_first", "CREATE TABLE first (id integer)");
  writeMigration("2_second", "CREATE TABLE second (id integer); INSERT INTO nowhere VALUES (1)");
  writeMigration("3_third", "CREATE TABLE third (id integer)");
  await expect(applyMigrations(url, folder)).rejects.toThrow(/2_second failed: relation "nowhere" does not exist/);
  expect(await tables()).toEqual(["first"]);
  const failed = (await history())[1];
  expect(failed).toMatchObject({ migration_name: "2_second", finished_at: null, rolled_back_at: null });
  expect(failed?.logs).toContain('relation "nowhere" does not exist');

  writeMigration("2_second", "CREATE TABLE second (id integer)");
  expect(await applyMigrations(url, folder)).toEqual(["2_second", "3_third"]);
  expect(await tables()).toEqual(["first", "second", "third"]);
  expect((await history())[1]).toMatchObject({ id: failed?.id, rolled_back_at: expect.any(Date) });
});

test("a migration that was changed after it had been applied is refused", async () => {
  cpSync("prisma/migrations", folder, { recursive: true });
  await applyMigrations(url, folder);
  const last = ownNames.at(-1) ?? "";
  writeMigration(last, "SELECT 1");
  await expect(applyMigrations(url, folder)).rejects.toThrow(`Migration ${last} was changed`);
});

test("a database from a newer version is refused", async () => {
  writeMigration("1_first", "CREATE TABLE first (id integer)");
  await applyMigrations(url, folder);
  rmSync(join(folder, "1_first"), { recursive: true });
  await expect(applyMigrations(url, folder)).rejects.toThrow(MigrationError);
});

test("the job queue's own tables come along", async () => {
  await applyMigrations(url);
  await client.query("SELECT graphile_worker.add_job('nothing')");
  const { rows } = await client.query("SELECT task_identifier FROM graphile_worker.jobs");
  expect(rows).toEqual([{ task_identifier: "nothing" }]);
});
