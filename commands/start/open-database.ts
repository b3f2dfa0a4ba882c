import { createHash } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Config } from "#app/config.ts";
import { type EmbeddedServer, startEmbeddedServer } from "#app/services/database/embedded-server.ts";
import { ensureDatabase, requireSupportedServer } from "#app/services/database/external-server.ts";
import { applyMigrations } from "#app/services/database/migrations.ts";
import { type Claim, claimDatabase } from "./claim.ts";

export const databaseName = "baekseon";

export interface HeldDatabase {
  url: string;
  /** For people. */
  place: string;
  /** Whether a season was ever filled into it to the end. */
  isFilled: boolean;
  close(): Promise<void>;
}

/**
 * Opens the database of this copy, migrated, and keeps it to ourselves. When it goes down it is brought back; `fail` is
 * called if that is impossible. @throws AlreadyRunning, DatabaseUnusable, MigrationError
 */
export async function holdDatabase(settings: Config, fail: (error: unknown) => void): Promise<HeldDatabase> {
  let closed = false;
  let server = settings.databaseUrl ? null : await startEmbeddedServer(settings.dataDir);
  const url = settings.databaseUrl ?? (server as EmbeddedServer).url(databaseName);
  const label = `process ${process.pid}, http://localhost:${settings.port}`;
  const take = () => claimDatabase(url, claimScope(settings), label);
  let claim: Claim;
  try {
    await ensureDatabase(url);
    if (!server) await requireSupportedServer(url);
    claim = await take();
    await applyMigrations(url).catch(async (error) => {
      await claim.release();
      throw error;
    });
  } catch (error) {
    await server?.stop();
    throw error;
  }
  watch().catch(fail);

  return {
    url,
    isFilled: await isFilled(url),
    place: server ? server.cluster : new URL(url).host + new URL(url).pathname,
    async close() {
      closed = true;
      await claim.release().catch(() => {});
      await server?.stop();
    },
  };

  async function watch(): Promise<void> {
    for (;;) {
      await claim.lost;
      if (closed) return;
      process.stderr.write("The database went away; bringing it back.\n");
      if (server) await bringBack();
      claim = await takeAgain();
    }
  }

  async function bringBack(): Promise<void> {
    server = await startEmbeddedServer(settings.dataDir);
    if (server.url(databaseName) !== url) throw new Error("The database came back on another port; start again.");
  }

  /** An external server may need its time. */
  async function takeAgain(): Promise<Claim> {
    for (;;) {
      try {
        return await take();
      } catch (error) {
        if (closed || (error as NodeJS.ErrnoException).code === undefined) throw error;
        await sleep(1_000);
      }
    }
  }
}

async function isFilled(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query("SELECT FROM place LIMIT 1");
  await client.end();
  return rowCount === 1;
}

/** One demonstration a database; in production one copy a machine and data folder, on as many machines as there are. */
function claimScope({ production, dataDir }: Config): number {
  if (!production) return 0;
  return createHash("sha256").update(`${hostname()}\0${dataDir}`).digest().readUInt32BE() >>> 1;
}
