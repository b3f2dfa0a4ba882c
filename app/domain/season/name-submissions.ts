import type { Database } from "#app/services/database/database.ts";
import type { StoreKind } from "#app/services/database/generated/enums.ts";

export interface NamedSubmission {
  id: string;
  name: string;
  storeName: string;
  kind: StoreKind;
}

/** What submissions of a season are called, by their ids. */
export async function nameSubmissions(
  database: Database,
  ids: readonly string[],
): Promise<Map<string, NamedSubmission>> {
  const found = await database.submission.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      version: { select: { name: true } },
      product: { select: { store: { select: { name: true, kind: true } } } },
    },
  });
  return new Map(
    found.map(({ id, version, product }) => [
      id,
      { id, name: version.name, storeName: product.store.name, kind: product.store.kind },
    ]),
  );
}
