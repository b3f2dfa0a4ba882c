import type { Database } from "#app/services/database/database.ts";
import { renditionAddress } from "./rendition.ts";
import { webPictures } from "./web-set.ts";

/** A picture for our own pages: path and CSS `srcset`. */
export interface WebPicture {
  src: string;
  srcSet: string;
  width: number;
  height: number;
}

/** The pictures that are already made, by the original's SHA-256; what is not in the map has none yet. */
export async function findWebPictures(
  database: Database,
  sha256s: readonly string[],
): Promise<Map<string, WebPicture>> {
  const addresses = sha256s.flatMap((sha256) => webPictures.map((spec) => renditionAddress(sha256, spec)));
  const stored = await database.rendition.findMany({
    where: { address: { in: addresses } },
    orderBy: { width: "asc" },
    select: { address: true, originalSha256: true, width: true, height: true },
  });
  const pictures = new Map<string, WebPicture>();
  for (const { address, originalSha256, width, height } of stored) {
    const src = `/renditions/${address}`;
    const smaller = pictures.get(originalSha256);
    const srcSet = `${smaller ? `${smaller.srcSet}, ` : ""}${src} ${width}w`;
    pictures.set(originalSha256, { src: smaller?.src ?? src, srcSet, width, height });
  }
  return pictures;
}
