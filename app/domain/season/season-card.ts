import type { Database, Prisma, Transaction } from "#app/services/database/database.ts";
import { addJobs } from "#app/services/queue/jobs.ts";
import type { WebPicture } from "../picture/load-web-pictures.ts";
import { storedPhoto } from "../picture/photo-edits.ts";
import { type SeasonCard, seasonCardAddress, seasonCardOf } from "../picture/season-card.ts";
import { isShown } from "./selected-product.ts";

/** What a card needs of each of the places that visitors see, by number. */
const cardSelect = {
  submission: {
    select: {
      version: { select: { photos: { orderBy: { position: "asc" }, take: 1 } } },
      product: { select: { storeId: true } },
    },
  },
} satisfies Prisma.PlaceSelect;
const cardPlaces = { where: isShown, orderBy: { number: "asc" }, select: cardSelect } satisfies Prisma.Season$takenArgs;

interface SeasonPlaces {
  year: number;
  taken: readonly Prisma.PlaceGetPayload<{ select: typeof cardSelect }>[];
}

export function cardOfSeason({ year, taken }: SeasonPlaces): SeasonCard | null {
  const products = taken.map(({ submission: { product, version } }) => ({
    storeId: product.storeId,
    photo: storedPhoto(version.photos[0]),
  }));
  return seasonCardOf(year, products);
}

/** Of one season, or of all, as things stand. */
export async function listSeasonCards(database: Database, seasonId?: string): Promise<SeasonCard[]> {
  const seasons = await database.season.findMany({
    where: { taken: { some: isShown }, ...(seasonId !== undefined && { id: seasonId }) },
    select: { year: true, taken: cardPlaces },
  });
  return seasons.flatMap((season) => cardOfSeason(season) ?? []);
}

/** That of the latest season in which anything is chosen; null until it is drawn. */
export async function findLatestCard(
  database: Database,
): Promise<{ year: number; count: number; card: WebPicture["card"] } | null> {
  const season = await database.season.findFirst({
    where: { taken: { some: isShown } },
    orderBy: { year: "desc" },
    select: { year: true, taken: cardPlaces },
  });
  const card = season && (await findDrawnCard(database, cardOfSeason(season)));
  return card && { year: season.year, count: season.taken.length, card };
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
