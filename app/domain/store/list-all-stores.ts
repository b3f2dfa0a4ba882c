import type { Database } from "#app/services/database/database.ts";
import type { StoreKind, StoreState } from "#app/services/database/generated/enums.ts";

export interface StoreRow {
  id: string;
  slug: string;
  name: string;
  ownerName: string;
  /** Ten digits. */
  businessNumber: string;
  kind: StoreKind;
  state: StoreState;
  district: { ko: string; en: string };
  market: string | null;
  products: number;
  members: number;
}

/** Every store, those that wait for approval first; for the office. */
export async function listAllStores(database: Database, state: StoreState | null): Promise<StoreRow[]> {
  const found = await database.store.findMany({
    where: state === null ? {} : { state },
    orderBy: [{ state: "asc" }, { name: "asc" }, { id: "asc" }],
    include: { district: true, market: true, _count: { select: { products: true, members: true } } },
  });
  return found.map(({ id, slug, name, ownerName, businessNumber, kind, state: stands, district, market, _count }) => ({
    id,
    slug,
    name,
    ownerName,
    businessNumber,
    kind,
    state: stands,
    district: { ko: district.nameKo, en: district.nameEn },
    market: market?.name ?? null,
    products: _count.products,
    members: _count.members,
  }));
}

export async function countStores(database: Database): Promise<Record<StoreState, number>> {
  const counted = await database.store.groupBy({ by: ["state"], _count: true });
  return {
    ...{ draft: 0, submitted: 0, returned: 0, approved: 0, closed: 0 },
    ...Object.fromEntries(counted.map(({ state, _count }) => [state, _count])),
  };
}
