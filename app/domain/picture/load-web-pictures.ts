import type { Database } from "#app/services/database/database.ts";
import { renditionAddress } from "./rendition.ts";
import { webFallback, webPictures } from "./web-set.ts";

/** A photo as our pages show it: only what is already made. */
export interface WebPicture {
  /** Pixels of the largest. */
  width: number;
  height: number;
  /** Paths on our own server, smallest first; at least one. */
  sources: { path: string; width: number }[];
  /** Path for cards and messages: JPEG where there is one. */
  preview: string;
}

/** By the original's SHA-256; a photo of which nothing is made yet is not in the map. */
export async function loadWebPictures(
  database: Database,
  originals: readonly (string | null)[],
): Promise<Map<string, WebPicture>> {
  const wanted = [...new Set(originals.filter((sha256) => sha256 !== null))];
  const specs = [...webPictures, webFallback];
  const addresses = wanted.flatMap((sha256) => specs.map((spec) => renditionAddress(sha256, spec)));
  const made = await database.rendition.findMany({
    where: { address: { in: addresses } },
    select: { address: true, width: true, height: true },
  });
  const byAddress = new Map(made.map((rendition) => [rendition.address, rendition]));

  return new Map(
    wanted.flatMap((sha256) => {
      const found = webPictures.flatMap((spec) => byAddress.get(renditionAddress(sha256, spec)) ?? []);
      const largest = found.at(-1);
      if (!largest) return [];
      const jpeg = byAddress.get(renditionAddress(sha256, webFallback));
      const sources = found.map(({ address, width }) => ({ path: `/renditions/${address}.webp`, width }));
      const preview = jpeg ? `/renditions/${jpeg.address}.jpg` : `/renditions/${largest.address}.webp`;
      return [[sha256, { width: largest.width, height: largest.height, sources, preview }] as const];
    }),
  );
}
