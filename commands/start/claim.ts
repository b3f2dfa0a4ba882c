import pg from "pg";

const lockClass = 0x6261656b;

export interface Claim {
  /** Resolves when the database took the claim away, by going down for instance. */
  lost: Promise<void>;
  release(): Promise<void>;
}

/** Another copy of the program runs on this data. */
export class AlreadyRunning extends Error {}

/**
 * Says in the database itself that we run on this data, for as long as this process lives.
 * `scope` tells apart copies that may run side by side; `label` is what the other one learns about us.
 * @throws AlreadyRunning
 */
export async function claimDatabase(url: string, scope: number, label: string): Promise<Claim> {
  const client = new pg.Client({ connectionString: url, application_name: `baekseon: ${label}`, keepAlive: true });
  client.on("error", () => {}); // `end` follows
  await client.connect();
  const { rows } = await client.query<{ ours: boolean }>("SELECT pg_try_advisory_lock($1, $2) AS ours", [
    lockClass,
    scope,
  ]);
  if (!rows[0]?.ours) {
    const holder = await holderOf(client, scope);
    await client.end();
    throw new AlreadyRunning(`Baekseon already runs here${holder ? ` (${holder})` : ""}. This copy stops.`);
  }
  return {
    lost: new Promise((gone) => client.once("end", gone)),
    release: () => client.end(),
  };
}

async function holderOf(client: pg.Client, scope: number): Promise<string | undefined> {
  const { rows } = await client.query<{ application_name: string }>(
    `SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND granted AND classid = $1 AND objid = $2 AND objsubid = 2`,
    [lockClass, scope],
  );
  return rows[0]?.application_name.replace(/^baekseon: /, "");
}
