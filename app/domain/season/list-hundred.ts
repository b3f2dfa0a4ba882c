import type { Database } from "#app/services/database/database.ts";
import { loadWebPictures, type WebPicture } from "../picture/load-web-pictures.ts";
import { cardOfSeason, findDrawnCard } from "./season-card.ts";
import { isShown, photoOf, placeInclude, type SelectedProduct, selectedProduct } from "./selected-product.ts";

export interface Hundred {
  year: number;
  /** How many there are to be. */
  places: number;
  /** By place. */
  products: (SelectedProduct & { store: { slug: string; name: string } })[];
  /** What stands for the page where it is shared, of this list and no other; null until it is drawn. */
  card: WebPicture["card"] | null;
}

/** Seasons in which anything is chosen, the latest first. */
export async function listSeasonYears(database: Database): Promise<number[]> {
  const seasons = await database.season.findMany({
    where: { taken: { some: isShown } },
    orderBy: { year: "desc" },
    select: { year: true },
  });
  return seasons.map(({ year }) => year);
}

/** A season's, or those of the latest season in which anything is chosen; null when nothing is. */
export async function listHundred(database: Database, year?: number): Promise<Hundred | null> {
  const season = await database.season.findFirst({
    where: { taken: { some: isShown }, ...(year !== undefined && { year }) },
    orderBy: { year: "desc" },
    include: { taken: { where: isShown, orderBy: { number: "asc" }, include: placeInclude } },
  });
  if (!season) return null;
  const [pictureOf, card] = await Promise.all([
    loadWebPictures(database, season.taken.map(photoOf)),
    findDrawnCard(database, cardOfSeason(season)),
  ]);
  return {
    year: season.year,
    card,
    places: season.places,
    products: season.taken.map((place) => {
      const { slug, name } = place.submission.product.store;
      return { ...selectedProduct(place, pictureOf), store: { slug, name } };
    }),
  };
}
