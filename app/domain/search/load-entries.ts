import type { Database } from "#app/services/database/database.ts";
import type { SearchKind } from "#app/services/database/generated/enums.ts";
import type { SearchEntry } from "#app/services/search/search-index.ts";
import type { StoreKind } from "../product/product-facts.ts";
import { sellingPrice } from "../season/selected-product.ts";
import { openSlots, readOpeningHours } from "../store/opening-hours.ts";
import { receivesVisitors, receivesVisitorsInclude } from "../store/receives-visitors.ts";

/** By what people ask for a kind. A hundred-year store is one by its designation, not by what it says of itself. */
const kindNames: Record<StoreKind, string> = {
  hundred_year: "",
  traditional_market: "전통시장",
  cooperative: "협동조합",
  craft: "소공인",
};
const designatedName = "백년가게";

/** A store is also found by what it sells, as far as this many of its chosen products. */
const productsOfStore = 30;

/** Of each id that still is something to be found: what is found, and by what. */
export const loadEntries: Record<SearchKind, (database: Database, ids: string[]) => Promise<SearchEntry[]>> = {
  store: loadStores,
  product: loadProducts,
  submission: loadSubmissions,
};

const chosen = { submissions: { some: { state: "selected" } } } as const;

async function loadStores(database: Database, ids: string[]): Promise<SearchEntry[]> {
  const stores = await database.store.findMany({
    where: { id: { in: ids }, erasedAt: null },
    include: {
      district: { select: { nameKo: true } },
      market: { select: { name: true } },
      designations: { orderBy: { validTo: "desc" }, take: 1 },
      products: {
        where: chosen,
        take: productsOfStore,
        select: { versions: { orderBy: { number: "desc" }, take: 1, select: { name: true, categoryKey: true } } },
      },
      ...receivesVisitorsInclude,
    },
  });
  return stores.map((store) => ({
    kind: "store",
    id: store.id,
    name: store.name,
    also: given(
      store.market?.name,
      store.district.nameKo,
      kindNames[store.kind],
      store.designations.length > 0 ? designatedName : null,
      ...store.products.map(({ versions }) => versions[0]?.name),
    ),
    isPublic: store.state === "approved",
    districtCode: store.districtCode,
    storeKind: store.kind,
    categoryKeys: [
      ...new Set(store.products.flatMap(({ versions }) => versions.map(({ categoryKey }) => categoryKey))),
    ],
    marketId: store.marketId,
    visitable: receivesVisitors(store),
    openSlots: openSlots(readOpeningHours(store.hours) ?? []),
    foundedYear: store.foundedYear,
    price: null,
    badgeTo: store.designations[0]?.validTo ?? null,
    seasonId: null,
  }));
}

const storeOf = {
  select: {
    name: true,
    kind: true,
    state: true,
    districtCode: true,
    marketId: true,
    district: { select: { nameKo: true } },
    market: { select: { name: true } },
  },
} as const;
const versionOf = {
  select: {
    name: true,
    tags: true,
    price: true,
    loweredPrice: true,
    categoryKey: true,
    category: { select: { nameKo: true } },
    variants: { select: { priceDelta: true } },
  },
} as const;

async function loadProducts(database: Database, ids: string[]): Promise<SearchEntry[]> {
  const products = await database.product.findMany({
    where: { id: { in: ids }, store: { erasedAt: null } },
    include: {
      store: storeOf,
      versions: { orderBy: { number: "desc" }, take: 1, ...versionOf },
      submissions: { where: { state: "selected" }, take: 1, include: { version: versionOf } },
    },
  });
  return products.flatMap(({ id, sku, store, versions, submissions }): SearchEntry[] => {
    // What was chosen is what the public sees, whatever the merchant has typed since.
    const version = submissions[0]?.version ?? versions[0];
    if (!version) return [];
    return [
      {
        kind: "product",
        id,
        ...foundBy(version, store, sku),
        price: sellingPrice(version).price,
        isPublic: store.state === "approved" && submissions.length > 0,
        seasonId: null,
      },
    ];
  });
}

async function loadSubmissions(database: Database, ids: string[]): Promise<SearchEntry[]> {
  const submissions = await database.submission.findMany({
    where: { id: { in: ids }, product: { store: { erasedAt: null } } },
    include: { version: versionOf, product: { select: { sku: true, store: storeOf } } },
  });
  return submissions.map(({ id, seasonId, version, product }) => ({
    kind: "submission",
    id,
    ...foundBy(version, product.store, product.sku),
    price: version.price,
    isPublic: false,
    seasonId,
  }));
}

interface Version {
  name: string;
  tags: string[];
  price: number;
  categoryKey: string;
  category: { nameKo: string };
  variants: { priceDelta: number }[];
}

interface Store {
  name: string;
  kind: StoreKind;
  districtCode: string;
  marketId: string | null;
  district: { nameKo: string };
  market: { name: string } | null;
}

function foundBy(version: Version, store: Store, sku: string) {
  return {
    name: version.name,
    also: given(
      store.name,
      store.market?.name,
      store.district.nameKo,
      version.category.nameKo,
      kindNames[store.kind],
      sku,
      ...version.tags,
    ),
    districtCode: store.districtCode,
    storeKind: store.kind,
    categoryKeys: [version.categoryKey],
    marketId: store.marketId,
    visitable: false,
    openSlots: [],
    foundedYear: null,
    badgeTo: null,
  };
}

function given(...names: (string | null | undefined)[]): string[] {
  return names.filter((name): name is string => Boolean(name));
}
