import type { Database } from "#app/services/database/database.ts";
import type { EditedPhoto } from "./photo-edits.ts";
import { renditionAddress } from "./rendition.ts";
import { webAvif, webFallback, webPictures } from "./web-set.ts";

/** A photo as our pages show it: only what is already made. */
export interface WebPicture {
  /** Pixels of the largest. */
  width: number;
  height: number;
  /** Paths on our own server, smallest first; at least one. */
  sources: { path: string; width: number }[];
  /** The AVIF, for a place that it is wide enough for; null where it is not made yet. */
  avif: { path: string; width: number } | null;
  /** Path for cards and messages: JPEG where there is one. */
  preview: string;
}

/** Null: nothing is made of it yet. */
export type PictureOf = (photo: EditedPhoto | null) => WebPicture | null;

export async function loadWebPictures(database: Database, photos: readonly (EditedPhoto | null)[]): Promise<PictureOf> {
  const specs = [...webPictures, webAvif, webFallback];
  const addresses = photos.flatMap((photo) => (photo ? specs.map((spec) => addressOf(photo, spec)) : []));
  const made = await database.rendition.findMany({
    where: { address: { in: [...new Set(addresses)] } },
    select: { address: true, width: true, height: true },
  });
  const byAddress = new Map(made.map((rendition) => [rendition.address, rendition]));

  return (photo) => {
    if (!photo) return null;
    const found = webPictures.flatMap((spec) => byAddress.get(addressOf(photo, spec)) ?? []);
    const largest = found.at(-1);
    if (!largest) return null;
    const modern = byAddress.get(addressOf(photo, webAvif));
    const avif = modern ? { path: `/renditions/${modern.address}.avif`, width: modern.width } : null;
    const jpeg = byAddress.get(addressOf(photo, webFallback));
    const sources = found.map(({ address, width }) => ({ path: `/renditions/${address}.webp`, width }));
    const preview = jpeg ? `/renditions/${jpeg.address}.jpg` : `/renditions/${largest.address}.webp`;
    return { width: largest.width, height: largest.height, sources, avif, preview };
  };
}

function addressOf({ sha256, edits }: EditedPhoto, spec: (typeof webPictures)[number]): string {
  return renditionAddress(sha256, spec, edits);
}
