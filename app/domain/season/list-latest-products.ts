import type { Database } from "#app/services/database/database.ts";
import { isShown, placeInclude, sellingPrice } from "./selected-product.ts";

export interface LatestProduct {
  id: string;
  year: number;
  place: number;
  name: string;
  /** Won; the lowest of its variants. */
  price: number;
  store: { slug: string; name: string };
  chosenAt: Date;
}

const most = 100;

/** What was chosen last, newest first. */
export async function listLatestProducts(database: Database): Promise<LatestProduct[]> {
  const places = await database.place.findMany({
    where: isShown,
    orderBy: [{ takenAt: "desc" }, { number: "asc" }],
    take: most,
    include: { ...placeInclude, season: { select: { year: true } } },
  });
  return places.map(({ number, takenAt, season, submission }) => ({
    id: submission.productId,
    year: season.year,
    place: number,
    name: submission.version.name,
    price: sellingPrice(submission.version).price,
    store: submission.product.store,
    chosenAt: takenAt,
  }));
}
