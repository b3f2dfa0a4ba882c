import type { Database } from "#app/services/database/database.ts";
import type { SearchKind } from "#app/services/database/generated/enums.ts";
import type { SearchIndex } from "#app/services/search/search-index.ts";
import { putAnew } from "./index-changes.ts";

const batch = 500;

/**
 * Puts everything into the index anew and takes out what is no more. Each entry is replaced in place, so what is asked meanwhile
 * is answered. `tell` hears how many of a kind are done.
 */
export async function rebuildIndex(
  database: Database,
  index: SearchIndex,
  tell: (kind: SearchKind, done: number) => void,
): Promise<void> {
  const tables = {
    store: (after: string) => database.store.findMany(page(after)),
    product: (after: string) => database.product.findMany(page(after)),
    submission: (after: string) => database.submission.findMany(page(after)),
  } satisfies Record<SearchKind, (after: string) => Promise<{ id: string }[]>>;
  for (const [kind, read] of Object.entries(tables) as [SearchKind, (typeof tables)[SearchKind]][]) {
    let after = nil;
    for (let done = 0; ; ) {
      const ids = (await read(after)).map(({ id }) => id);
      if (ids.length === 0) break;
      await putAnew(database, index, kind, ids);
      done += ids.length;
      tell(kind, done);
      after = ids.at(-1) as string;
    }
  }
  await forgetTheGone(database, index);
}

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
  for (const kind of ["store", "product", "submission"] as const) {
    await index.remove(
      kind,
      gone.filter((one) => one.kind === kind).map(({ id }) => id),
    );
  }
}
