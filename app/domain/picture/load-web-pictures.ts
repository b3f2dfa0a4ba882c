import type { Database } from "#app/services/database/database.ts";
import type { EditedPhoto } from "./photo-edits.ts";
import { placeholderUrl } from "./placeholder.ts";
import { renditionAddress } from "./rendition.ts";
import { webAvif, webCard, webFallback, webPictures } from "./web-set.ts";

/** A photo as our pages show it: only what is already made. Paths are on our own server, widths in pixels. */
export interface WebPicture {
  /** Pixels of the largest. */
  width: number;
  height: number;
  /** WebP, smallest first; at least one. */
  sources: { path: string; width: number }[];
  /** The AVIF, for a place that it is wide enough for; null where it is not made yet. */
  avif: { path: string; width: number } | null;
  /** For browsers that know neither; null where it is not made yet. */
  jpeg: string | null;
  /** What is shown of it where its page is shared: the Open Graph card, or the best that is made. */
  card: { path: string; width: number; height: number };
  /** Stands in its place until it has arrived, as a data URL; null for a photo that came before this was kept. */
  placeholder: string | null;
}

/** Null: nothing is made of it yet. */
export type PictureOf = (photo: EditedPhoto | null) => WebPicture | null;

export async function loadWebPictures(database: Database, photos: readonly (EditedPhoto | null)[]): Promise<PictureOf> {
  const specs = [...webPictures, webAvif, webFallback, webCard];
  const wanted = photos.flatMap((photo) => photo ?? []);
  const addresses = wanted.flatMap((photo) => specs.map((spec) => addressOf(photo, spec)));
  const [made, originals] = await Promise.all([
    database.rendition.findMany({
      where: { address: { in: [...new Set(addresses)] } },
      select: { address: true, width: true, height: true },
    }),
    database.original.findMany({
      where: { sha256: { in: [...new Set(wanted.map(({ sha256 }) => sha256))] }, placeholder: { not: null } },
      select: { sha256: true, placeholder: true },
    }),
  ]);
  const byAddress = new Map(made.map((rendition) => [rendition.address, rendition]));
  const thumbHashes = new Map(originals.map(({ sha256, placeholder }) => [sha256, placeholder]));

  return (photo) => {
    if (!photo) return null;
    const found = (spec: (typeof webPictures)[number], suffix: string) => {
      const rendition = byAddress.get(addressOf(photo, spec));
      if (!rendition) return null;
      const { address, width, height } = rendition;
      return { path: `/renditions/${address}.${suffix}`, width, height };
    };
    const sources = webPictures.flatMap((spec) => found(spec, "webp") ?? []);
    const largest = sources.at(-1);
    if (!largest) return null;
    const avif = found(webAvif, "avif");
    const jpeg = found(webFallback, "jpg");
    const thumbHash = thumbHashes.get(photo.sha256);
    return {
      width: largest.width,
      height: largest.height,
      sources: sources.map(({ path, width }) => ({ path, width })),
      avif: avif && { path: avif.path, width: avif.width },
      jpeg: jpeg?.path ?? null,
      card: found(webCard, "jpg") ?? jpeg ?? largest,
      placeholder: thumbHash ? placeholderUrl(thumbHash, photo.edits) : null,
    };
  };
}

function addressOf({ sha256, edits }: EditedPhoto, spec: (typeof webPictures)[number]): string {
  return renditionAddress(sha256, spec, edits);
}
