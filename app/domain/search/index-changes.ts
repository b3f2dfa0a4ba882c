import type { Database } from "#app/services/database/database.ts";
import type { SearchKind } from "#app/services/database/generated/enums.ts";
import type { SearchIndex } from "#app/services/search/search-index.ts";
import { loadEntries } from "./load-entries.ts";

const batch = 500;
/** Only one process indexes at a time: of two, the slower would put back what the other had just renewed. */
const lock = 0x73656172;

/**
 * Makes the next changes findable. They are taken off the list in the transaction that read them: dying in the middle loses none.
 * With `push` they are noted for a Meilisearch server in the same transaction.
 * @returns how many were there; 0 also when another process is at it.
 */
export async function indexChanges(
  database: Database,
  index: SearchIndex,
  { push = false }: { push?: boolean } = {},
): Promise<number> {
  return database.$transaction(
    async (transaction) => {
      const [{ ours } = { ours: false }] = await transaction.$queryRaw<{ ours: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(${lock}) AS ours`;
      if (!ours) return 0;
      const changes = await transaction.$queryRaw<{ kind: SearchKind; id: string }[]>`
        DELETE FROM search_change WHERE number IN (SELECT number FROM search_change ORDER BY number LIMIT ${batch})
        RETURNING kind, id`;
      if (push) await transaction.searchPush.createMany({ data: changes });
      // Read outside: what committed after this transaction began is wanted too.
      for (const kind of ["store", "product", "submission"] as const) {
        const ids = [...new Set(changes.filter((change) => change.kind === kind).map(({ id }) => id))];
        await putAnew(database, index, kind, ids);
      }
      return changes.length;
    },
    { timeout: 60_000, maxWait: 20_000 },
  );
}

/** What is no more leaves the index. */
export async function putAnew(database: Database, index: SearchIndex, kind: SearchKind, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const entries = await loadEntries[kind](database, ids);
  const there = new Set(entries.map(({ id }) => id));
  await index.put(entries);
  await index.remove(
    kind,
    ids.filter((id) => !there.has(id)),
  );
}
