import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import { type Database, openDatabase } from "#app/services/database/database.ts";

export interface TestDatabase {
  url: string;
  client: Database;
  /** Ends all sessions and drops the database. */
  drop(): Promise<void>;
}

/**
 * A migrated database of one's own, in about 50 ms. `beforeAll(async () => { database = await testDatabase(); })` and
 * `afterAll(() => database.drop())`; inside a test it is dropped by itself when given `untilTestEnds`.
 */
export async function testDatabase({ untilTestEnds = false } = {}): Promise<TestDatabase> {
  const url = await emptyDatabase({ template: new URL(inject("templateUrl")).pathname.slice(1) });
  const client = openDatabase(url);
  const drop = async () => {
    await client.$disconnect();
    await dropDatabase(url);
  };
  if (untilTestEnds) onTestFinished(drop);
  return { url, client, drop };
}

/** A new database on the run's server: unmigrated unless a template is named. */
export async function emptyDatabase({ template = "template0" } = {}): Promise<string> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(inject("templateUrl"));
  url.pathname = `/${name}`;
  return url.href;
}

export async function dropDatabase(url: string): Promise<void> {
  await onServer(`DROP DATABASE IF EXISTS ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
}

async function onServer(sql: string): Promise<void> {
  const url = new URL(inject("templateUrl"));
  url.pathname = "/postgres";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
