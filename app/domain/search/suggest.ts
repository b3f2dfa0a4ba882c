import type { Database } from "#app/services/database/database.ts";
import type { SearchIndex } from "#app/services/search/search-index.ts";

export interface Suggestion {
  kind: "store" | "product";
  name: string;
  /** By which its page is found: a store's public name, a product's id. */
  key: string;
}

const ofKind = 5;

/** Public stores and chosen products that what was typed so far may become, also in the middle of a syllable. */
export async function suggest(database: Database, search: SearchIndex, typed: string): Promise<Suggestion[]> {
  const ask = (kind: Suggestion["kind"]) =>
    search.find({ kind, text: typed, filter: { isPublic: true }, limit: ofKind }).then(({ hits }) => hits);
  const [stores, products] = await Promise.all([ask("store"), ask("product")]);
  const [slugs, shown] = await Promise.all([
    database.store.findMany({
      where: { id: { in: stores.map(({ id }) => id) }, state: "approved" },
      select: { id: true, slug: true },
    }),
    database.product.findMany({
      where: { id: { in: products.map(({ id }) => id) }, store: { state: "approved" } },
      select: { id: true },
    }),
  ]);
  const keyOf = new Map([
    ...slugs.map(({ id, slug }) => [id, slug] as const),
    ...shown.map(({ id }) => [id, id] as const),
  ]);
  const named = (kind: Suggestion["kind"], hits: { id: string; name: string }[]) =>
    hits.flatMap(({ id, name }) => {
      const key = keyOf.get(id);
      return key === undefined ? [] : [{ kind, name, key }];
    });
  return [...named("store", stores), ...named("product", products)];
}
