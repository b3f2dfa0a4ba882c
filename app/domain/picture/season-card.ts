import { createHash } from "node:crypto";
import type { EditedPhoto } from "./photo-edits.ts";
import { renditionAddress } from "./rendition.ts";
import { webFallback } from "./web-set.ts";

/** Raise when the same list would be drawn as another picture: other words, another look. */
const seasonCardVersion = 1;

/** All that the card is made of which a season's page has when it is shared. */
export interface SeasonCard {
  year: number;
  /** Of the products in the list. */
  count: number;
  /** Of some of them: 9 or at most 4, so that they fill a square. */
  photos: readonly EditedPhoto[];
}

/** A photo as it is laid into the card. */
export const seasonCardPhoto = webFallback;

const squares = [9, 4, 3, 2, 1] as const;

/** Of each store's products the best placed first, then the stores' others; null: none of them has a photo. */
export function seasonCardOf(
  year: number,
  products: readonly { storeId: string; photo: EditedPhoto | null }[],
): SeasonCard | null {
  const stores = new Set<string>();
  const [firsts, others]: [EditedPhoto[], EditedPhoto[]] = [[], []];
  for (const { storeId, photo } of products) {
    if (!photo) continue;
    (stores.has(storeId) ? others : firsts).push(photo);
    stores.add(storeId);
  }
  const photos = [...firsts, ...others];
  const most = squares.find((square) => square <= photos.length);
  return most === undefined ? null : { year, count: products.length, photos: photos.slice(0, most) };
}

/** The rendition address of the card: 64 hex digits for everything it is made of. */
export function seasonCardAddress({ year, count, photos }: SeasonCard): string {
  const laid = photos.map(({ sha256, edits }) => renditionAddress(sha256, seasonCardPhoto, edits));
  const recipe = JSON.stringify(["season-card", year, count, laid, seasonCardVersion]);
  return createHash("sha256").update(recipe).digest("hex");
}
