import type { Database } from "#app/services/database/database.ts";
import type { SearchKind } from "#app/services/database/generated/enums.ts";
import type { SearchIndex } from "#app/services/search/search-index.ts";
import { putAnew } from "./index-changes.ts";

const batch = 500;

export const searchKinds = ["store", "product", "submission"] as const satisfies readonly SearchKind[];

/**
 * Puts everything into PostgreSQL's index anew and takes out what is no more. Each entry is replaced in place, so what is asked meanwhile
 * is answered. `tell` hears how many of a kind are done.
 */
export async function rebuildIndex(
  database: Database,
  index: SearchIndex,
  tell: (kind: SearchKind, done: number) => void,
): Promise<void> {
  for (const kind of searchKinds) {
    let done = 0;
    await forEachPage(database, kind, async (ids) => {
      await putAnew(database, index, kind, ids);
      done += ids.length;
      tell(kind, done);
    });
  }
  await forgetTheGone(database, index);
}

/** Everything that can be found, some hundreds of ids at a time. */
export async function forEachPage(
  database: Database,
  kind: SearchKind,
  work: (ids: string[]) => Promise<void>,
): Promise<void> {
  let after = nil;
  for (;;) {
    const ids = (await tables[kind](database, after)).map(({ id }) => id);
    if (ids.length === 0) return;
    await work(ids);
    after = ids.at(-1) as string;
  }
}

const tables = {
  store: (database, after) => database.store.findMany(page(after)),
  product: (database, after) => database.product.findMany(page(after)),
  submission: (database, after) => database.submission.findMany(page(after)),
} satisfies Record<SearchKind, (database: Database, after: string) => Promise<{ id: string }[]>>;

const nil = "00000000-0000-0000-0000-000000000000";

function page(after: string) {
  return { where: { id: { gt: after } }, orderBy: { id: "asc" }, take: batch, select: { id: true } } as const;
}

async function forgetTheGone(database: Database, index: SearchIndex): Promise<void> {
  const gone = await database.$queryRaw<{ kind: SearchKind; id: string }[]>`
    SELECT kind, id FROM search_entry WHERE NOT EXISTS (
      SELECT FROM store WHERE store.id = search_entry.id
      UNION ALL SELECT FROM product WHERE product.id = search_entry.id
      UNION ALL SELECT FROM submission WHERE submission.id = search_entry.id)`;
  for (const kind of searchKinds) {
    await index.remove(
      kind,
      gone.filter((one) => one.kind === kind).map(({ id }) => id),
    );
  }
}
