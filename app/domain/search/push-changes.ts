import type { Database } from "#app/services/database/database.ts";
import type { SearchKind } from "#app/services/database/generated/enums.ts";
import { type MeilisearchIndex, settingsVersion } from "#app/services/search/meilisearch-index.ts";
import { putAnew } from "./index-changes.ts";
import { loadEntries } from "./load-entries.ts";
import { forEachPage, searchKinds } from "./rebuild-index.ts";

const batch = 1_000;
/** One process pushes at a time, and nobody pushes while the indexes are built anew. */
const lock = 0x70757368;

/**
 * Tells a Meilisearch server what PostgreSQL already knows. Changes are crossed off only once the server has ended its task well.
 * @returns how many were told; 0 also when another process is at it. Throws when the server does not take them.
 */
export async function pushChanges(database: Database, server: MeilisearchIndex): Promise<number> {
  return withLock(database, async () => {
    const changes = await database.searchPush.findMany({ orderBy: { number: "asc" }, take: batch });
    for (const kind of searchKinds) {
      const ids = [...new Set(changes.filter((change) => change.kind === kind).map(({ id }) => id))];
      await putAnew(database, server, kind, ids);
    }
    await database.searchPush.deleteMany({ where: { number: { in: changes.map(({ number }) => number) } } });
    return changes.length;
  });
}

/** A server that is not told what changes any more has to be built anew, should it come back. */
export async function forgetOtherServers(database: Database, url: string | null): Promise<void> {
  await database.searchServer.deleteMany({ where: url === null ? {} : { url: { not: url } } });
  if (url === null) await database.searchPush.deleteMany();
}

/** Whether the server's indexes were built with the settings of this program. */
export async function isBuilt(database: Database, url: string): Promise<boolean> {
  const server = await database.searchServer.findUnique({ where: { url } });
  return server?.settingsVersion === settingsVersion;
}

/**
 * Builds the server's indexes beside those in use and swaps each in when it is whole: there is never a gap. `tell` hears how many of
 * a kind are done. Does nothing when another process is at it.
 */
export async function buildServer(
  database: Database,
  { url, index }: { url: string; index: MeilisearchIndex },
  tell: (kind: SearchKind, done: number) => void,
): Promise<void> {
  await withLock(database, async () => {
    for (const kind of searchKinds) {
      let done = 0;
      await index.begin(kind);
      await forEachPage(database, kind, async (ids) => {
        await index.putNext(await loadEntries[kind](database, ids));
        done += ids.length;
        tell(kind, done);
      });
      await index.swap(kind);
    }
    const built = { settingsVersion, builtAt: new Date() };
    await database.searchServer.upsert({ where: { url }, create: { url, ...built }, update: built });
    return 1;
  });
}

async function withLock(database: Database, work: () => Promise<number>): Promise<number> {
  return database.$transaction(
    async (transaction) => {
      const [{ ours } = { ours: false }] = await transaction.$queryRaw<{ ours: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(${lock}) AS ours`;
      return ours ? work() : 0;
    },
    { timeout: 3_600_000, maxWait: 20_000 },
  );
}
