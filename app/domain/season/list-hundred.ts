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

/** The latest season in which anything is chosen; null when nothing ever was. */
export async function listHundred(database: Database): Promise<Hundred | null> {
  const season = await database.season.findFirst({
    where: { taken: { some: chosen } },
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
