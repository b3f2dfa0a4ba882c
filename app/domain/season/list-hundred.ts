import type { Database } from "#app/services/database/database.ts";
import { loadWebPictures } from "../picture/load-web-pictures.ts";
import { photoOf, placeInclude, type SelectedProduct, selectedProduct } from "./selected-product.ts";

export interface Hundred {
  year: number;
  /** How many there are to be. */
  places: number;
  /** By place. */
  products: (SelectedProduct & { store: { slug: string; name: string } })[];
}

/** A store that has left is not shown, also in a season that is over. */
const chosen = { submission: { state: "selected", product: { store: { state: "approved" } } } } as const;

/** Seasons in which anything is chosen, the latest first. */
export async function listSeasonYears(database: Database): Promise<number[]> {
  const seasons = await database.season.findMany({
    where: { taken: { some: chosen } },
    orderBy: { year: "desc" },
    select: { year: true },
  });
  return seasons.map(({ year }) => year);
}

/** A season's, or those of the latest season in which anything is chosen; null when nothing is. */
export async function listHundred(database: Database, year?: number): Promise<Hundred | null> {
  const season = await database.season.findFirst({
    where: { taken: { some: chosen }, ...(year !== undefined && { year }) },
    orderBy: { year: "desc" },
    include: { taken: { where: chosen, orderBy: { number: "asc" }, include: placeInclude } },
  });
  if (!season) return null;
  const pictureOf = await loadWebPictures(database, season.taken.map(photoOf));
  return {
    year: season.year,
    places: season.places,
    products: season.taken.map((place) => {
      const { slug, name } = place.submission.product.store;
      return { ...selectedProduct(place, pictureOf), store: { slug, name } };
    }),
  };
}
