import type { Database } from "#app/services/database/database.ts";
import type { BrowsableIndex } from "#app/services/search/search-index.ts";
import { loadWebPictures } from "../picture/load-web-pictures.ts";
import { type CategoryFacet, nameCategories } from "../search/name-categories.ts";
import { type PageCursor, readCategory, readCursor, readPage, readWord } from "../search/read-page.ts";
import { photoOf, placeInclude, type SelectedProduct, selectedProduct } from "./selected-product.ts";

export interface ProductFilter {
  /** What is asked for: goods, a store, a market; empty finds all. */
  word: string;
  category: string | null;
  /** Of a list without a question; answers come best first. */
  order: "name" | "cheapest";
  after: PageCursor | null;
}

export interface ProductList {
  products: (SelectedProduct & { year: number; store: { slug: string; name: string } })[];
  total: number;
  /** There are even more. */
  more: boolean;
  /** The categories' counts are of what answers the question, not of everything. */
  counted: boolean;
  /** `after` of the next page; null on the last. */
  next: string | null;
  /** What was looked for in place of the question, which finds nothing itself. */
  meant: string | null;
  categories: CategoryFacet[];
}

/** What an address asks for; what makes no sense in it is left out. */
export function readProductFilter(query: URLSearchParams): ProductFilter {
  const order = query.get("order") === "cheapest" ? "cheapest" : "name";
  return { word: readWord(query), category: readCategory(query), order, after: readCursor(query, order) };
}

/** Products are neither open nor designated. */
const noDay = new Date(0);

/** Products that were ever chosen and whose store is still with us: in their order, or those that answer the question, best first. */
export async function findProducts(
  database: Database,
  search: BrowsableIndex,
  { word, category, order, after }: ProductFilter,
): Promise<ProductList> {
  const filter = { isPublic: true as const, ...(category !== null && { categoryKey: category }) };
  const [{ ids, next, meant }, counts] = await Promise.all([
    readPage(search, { kind: "product", word, filter, order, after }),
    search.count({ kind: "product", text: word, filter, openSlot: 0, badgeOn: noDay }),
  ]);
  const [products, categories] = await Promise.all([
    loadProducts(database, ids),
    nameCategories(database, counts.categoryKey),
  ]);
  const { total, more, counted } = counts;
  return { products, categories, total, more, counted, next, meant };
}

/** In the order of `ids`; chosen in several seasons, a product is shown as in the last. */
async function loadProducts(database: Database, ids: readonly string[]): Promise<ProductList["products"]> {
  const places = await database.place.findMany({
    where: { submission: { state: "selected", product: { id: { in: [...ids] }, store: { state: "approved" } } } },
    orderBy: { season: { year: "asc" } },
    include: { ...placeInclude, season: { select: { year: true } } },
  });
  const latest = new Map(places.map((place) => [place.submission.productId, place]));
  const shown = ids.flatMap((id) => latest.get(id) ?? []);
  const pictureOf = await loadWebPictures(database, shown.map(photoOf));
  return shown.map((place) => ({
    ...selectedProduct(place, pictureOf),
    year: place.season.year,
    store: place.submission.product.store,
  }));
}
