import type { Database, Prisma, Transaction } from "#app/services/database/database.ts";
import { addJobs } from "#app/services/queue/jobs.ts";
import type { WebPicture } from "../picture/load-web-pictures.ts";
import { type SeasonCard, seasonCardAddress, seasonCardOf } from "../picture/season-card.ts";
import { isShown, photoOf, placeInclude, type StoredPlace } from "./selected-product.ts";

/** What a season's card is made of. The places are those that visitors see, by number. */
export function cardOfSeason({ year, taken }: { year: number; taken: readonly StoredPlace[] }): SeasonCard | null {
  const products = taken.map((place) => ({ storeId: place.submission.product.storeId, photo: photoOf(place) }));
  return seasonCardOf(year, products);
}

/** Of one season, or of all, as things stand. */
export async function listSeasonCards(database: Database, seasonId?: string): Promise<SeasonCard[]> {
  const seasons = await database.season.findMany({
    where: { taken: { some: isShown }, ...(seasonId !== undefined && { id: seasonId }) },
    select: { year: true, taken: { where: isShown, orderBy: { number: "asc" }, include: placeInclude } },
  });
  return seasons.flatMap((season) => cardOfSeason(season) ?? []);
}

export async function findDrawnCard(database: Database, card: SeasonCard | null): Promise<WebPicture["card"] | null> {
  if (!card) return null;
  const address = seasonCardAddress(card);
  const drawn = await database.rendition.findUnique({ where: { address }, select: { width: true, height: true } });
  return drawn && { path: `/renditions/${address}.jpg`, ...drawn };
}

/** A hundred products that are chosen one by one make one card. */
const restSeconds = 5;

/** Has the cards drawn of seasons whose lists have just changed. While such a job waits, another change makes it wait anew. */
export async function redrawSeasonCards(transaction: Transaction, where: Prisma.SeasonWhereInput): Promise<void> {
  const seasons = await transaction.season.findMany({ where, select: { id: true } });
  const runAt = new Date(Date.now() + restSeconds * 1_000);
  const jobs = seasons.map(({ id }) => ({ payload: { seasonId: id }, key: `season-card:${id}`, runAt }));
  await addJobs(transaction, "draw-season-card", jobs);
}

/** Seasons that chose something of the store. */
export function seasonsOf(storeId: string): Prisma.SeasonWhereInput {
  return { taken: { some: { submission: { product: { storeId } } } } };
}
