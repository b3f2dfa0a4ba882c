import pg from "pg";

const oldestVersion = 15;

/** A database that cannot be used, said in one plain sentence. */
export class DatabaseUnusable extends Error {}

/** Makes the database that `url` names when the server does not have it yet. */
export async function ensureDatabase(url: string): Promise<void> {
  try {
    return await withClient(url, async () => {});
  } catch (error) {
    const missingDatabase = "3D000";
    if ((error as pg.DatabaseError).code !== missingDatabase) throw unusable(url, error);
  }
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const maintenance = new URL(url);
  maintenance.pathname = "/postgres";
  await withClient(maintenance.href, async (client) => {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} ENCODING 'UTF8' TEMPLATE template0`);
  }).catch((error) => {
    const duplicateDatabase = "42P04"; // another start was faster
    if (error.code !== duplicateDatabase) throw unusable(url, error);
  });
}

/** Removes the database that `url` names, whoever is still connected. */
export async function dropDatabase(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const maintenance = new URL(url);
  maintenance.pathname = "/postgres";
  await withClient(maintenance.href, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
  });
}

/** Throws `DatabaseUnusable` when the server is older than we can use. */
export async function requireSupportedServer(url: string): Promise<void> {
  const version = await withClient(url, async (client) => {
    const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
    return rows[0]?.server_version ?? "0";
  });
  if (Number.parseInt(version, 10) < oldestVersion) {
    throw new DatabaseUnusable(`DATABASE_URL is PostgreSQL ${version}; version ${oldestVersion} or newer is needed.`);
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function unusable(url: string, error: unknown): DatabaseUnusable {
  const { host, pathname } = new URL(url);
  // One name with two addresses fails with an AggregateError, which has a code but no message.
  const { message, code } = error as pg.DatabaseError;
  return new DatabaseUnusable(`DATABASE_URL cannot be used (${host}${pathname}): ${message || code}`);
}
